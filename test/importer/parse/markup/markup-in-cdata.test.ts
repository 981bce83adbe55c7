import { expect, test } from "vitest";
import { rssParser } from "../../../../importer/parse/formats/feeds/rss-parser.ts";
import { newsml1Parser } from "../../../../importer/parse/formats/newsml/newsml1-parser.ts";
import { newsmlG2Parser } from "../../../../importer/parse/formats/newsml/newsml-g2-parser.ts";
import { nitfParser } from "../../../../importer/parse/formats/nitf/nitf-parser.ts";
import type { Parser } from "../../../../importer/parse/parser.ts";
import { parseFixture } from "../../../support/format-fixtures.ts";

const html =
  "<![CDATA[<p>The quay wall was <strong>repaired</strong> on Monday.</p><p>Ships can moor there again.</p>]]>";
const shortHtml = "<![CDATA[The quay wall was <b>repaired</b>.<br>Ships can moor there again.]]>";

const g2 = (content: string): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline><![CDATA[Quay <i>wall</i> &amp; pier]]></headline></contentMeta><contentSet>${content}</contentSet></newsItem>`;
const newsml1 = (content: string): string =>
  `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine><![CDATA[Quay <i>wall</i> &amp; pier]]></HeadLine></NewsLines><ContentItem>${content}</ContentItem></NewsComponent></NewsItem></NewsML>`;
const rss = (content: string): string =>
  `<rss version="2.0"><channel><title>Echo</title><item><title><![CDATA[Quay <i>wall</i> &amp; pier]]></title>${content}</item></channel></rss>`;
const nitf = (content: string): string =>
  `<nitf><body><body.head><hedline><hl1><![CDATA[Quay <i>wall</i> &amp; pier]]></hl1></hedline></body.head><body.content>${content}</body.content></body></nitf>`;

const xhtml = (content: string): string =>
  `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${content}</body></html></inlineXML>`;

const places: readonly (readonly [string, Parser, (content: string) => string])[] = [
  ["NewsML-G2, inline XML", newsmlG2Parser, (cdata) => g2(`<inlineXML>${cdata}</inlineXML>`)],
  ["NewsML-G2, a page", newsmlG2Parser, (cdata) => g2(xhtml(cdata))],
  [
    "NewsML-G2, data",
    newsmlG2Parser,
    (cdata) => g2(`<inlineData contenttype="text/html">${cdata}</inlineData>`),
  ],
  ["NewsML 1", newsml1Parser, (cdata) => newsml1(`<DataContent>${cdata}</DataContent>`)],
  [
    "NewsML 1, a page",
    newsml1Parser,
    (cdata) => newsml1(`<DataContent><html><body>${cdata}</body></html></DataContent>`),
  ],
  [
    "NewsML 1, NITF",
    newsml1Parser,
    (cdata) =>
      newsml1(`<DataContent><nitf><body><body.content>${cdata}</body.content></body></nitf></DataContent>`),
  ],
  ["NITF", nitfParser, nitf],
  ["NITF, a block", nitfParser, (cdata) => nitf(`<block>${cdata}</block>`)],
  ["RSS, the description", rssParser, (cdata) => rss(`<description>${cdata}</description>`)],
  [
    "RSS, the content",
    rssParser,
    (cdata) =>
      rss(
        `<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">${cdata}</content:encoded>`,
      ),
  ],
  [
    "RSS, an element of its own",
    rssParser,
    (cdata) => rss(`<description>The wall.</description><fulltext>${cdata}</fulltext>`),
  ],
  [
    "RSS, an element with the name of a body",
    rssParser,
    (cdata) => rss(`<description>The wall.</description><body>${cdata}</body>`),
  ],
];

test.each(places)("HTML in a CDATA section is read as HTML: %s", (_, parser, document) => {
  const [story] = parseFixture(parser, document(html)).stories;
  expect(story?.headline).toBe("Quay wall & pier");
  expect(story?.blocks).toMatchObject([
    { spans: [{ text: "The quay wall was " }, { text: "repaired", strong: true }, { text: " on Monday." }] },
    { spans: [{ text: "Ships can moor there again." }] },
  ]);
});

test.each(places)("so is HTML without paragraphs: %s", (_, parser, document) => {
  const [story] = parseFixture(parser, document(shortHtml)).stories;
  const text = JSON.stringify(story?.blocks);
  expect(text).toContain("repaired");
  expect(text).toContain('"strong":true');
  expect(text).not.toContain("<b");
});

test.each(places)("plain text in a CDATA section stays what it is: %s", (_, parser, document) => {
  const [story] = parseFixture(
    parser,
    document("<![CDATA[If x < y & y > z, the pier holds the ships.]]>"),
  ).stories;
  expect(story?.blocks).toMatchObject([{ spans: [{ text: "If x < y & y > z, the pier holds the ships." }] }]);
});
