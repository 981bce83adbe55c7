import { describe, expect, test } from "vitest";
import { csvParser } from "../../../../importer/parse/formats/csv/csv-parser.ts";
import { atomParser } from "../../../../importer/parse/formats/feeds/atom-parser.ts";
import { jsonFeedParser } from "../../../../importer/parse/formats/feeds/json-feed-parser.ts";
import { rssParser } from "../../../../importer/parse/formats/feeds/rss-parser.ts";
import { htmlParser } from "../../../../importer/parse/formats/html/html-parser.ts";
import { iptc7901Parser } from "../../../../importer/parse/formats/iptc7901/iptc7901-parser.ts";
import { jsonParser } from "../../../../importer/parse/formats/ndjson/json-parser.ts";
import { markdownParser } from "../../../../importer/parse/formats/markdown/markdown-parser.ts";
import { ndjsonParser } from "../../../../importer/parse/formats/ndjson/ndjson-parser.ts";
import { newsml1Parser } from "../../../../importer/parse/formats/newsml/newsml1-parser.ts";
import { newsmlG2Parser } from "../../../../importer/parse/formats/newsml/newsml-g2-parser.ts";
import { ninjsParser } from "../../../../importer/parse/formats/ninjs/ninjs-parser.ts";
import { nitfParser } from "../../../../importer/parse/formats/nitf/nitf-parser.ts";
import { wxrParser } from "../../../../importer/parse/formats/wxr/wxr-parser.ts";
import type { ParsedStory } from "../../../../importer/parse/parsed-story.ts";
import type { Parser } from "../../../../importer/parse/parser.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
import { textOfBlocks } from "../../../../importer/parse/text-of-block.ts";
import { parseFixture } from "../../../support/format-fixtures.ts";

/** What a sender may do to a text without meaning anything by it, and what is meant. */
const dirt = [
  { name: "soft hyphens", written: "Unter\u00adnehmen bauen den Kai", meant: "Unternehmen bauen den Kai" },
  {
    name: "zero-width spaces",
    written: "Unternehmen\u200b bauen den\ufeff Kai",
    meant: "Unternehmen bauen den Kai",
  },
  { name: "ligatures", written: "ﬁnanziell gut, Aﬀäre", meant: "finanziell gut, Affäre" },
  { name: "decomposed letters", written: "Cafe\u0301 am Kai", meant: "Café am Kai" },
  { name: "references", written: "Kern &amp; Vale&#8217;s Kai", meant: "Kern & Vale’s Kai" },
  { name: "references to what is invisible", written: "Unter&shy;nehmen bauen", meant: "Unternehmen bauen" },
  {
    name: "control characters",
    written: "\u0005Unter\u0008nehmen bauen\u007f den Kai\u0006",
    meant: "Unternehmen bauen den Kai",
  },
  { name: "joiners that matter", written: "Feuerwehr 👩‍🚒 und می‌خواهم", meant: "Feuerwehr 👩‍🚒 und می‌خواهم" },
] as const;
/** In fields of one line only: a text may be about markup. */
const markup = [
  {
    name: "tags",
    written: "Die <b>Unternehmen</b> bauen den<br/>Kai",
    meant: "Die Unternehmen bauen den Kai",
  },
  { name: "escaped tags", written: "&lt;b&gt;Unternehmen&lt;/b&gt; bauen", meant: "Unternehmen bauen" },
] as const;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const sentence =
  "Der Rat der Stadt beschloss am Montag, den Kai im Osten neu zu bauen und aus der Rücklage zu bezahlen, die dafür reicht.";

const other =
  "Die Arbeiten sollen im Herbst beginnen, sagte die Vorsitzende des Rates, und die Fähren legen bis dahin im Westen an:";

interface Texts {
  readonly line: string;
  readonly body: string;
}
type Read = (texts: Texts) => ParsedStory | undefined;

const through =
  (parser: Parser, document: (texts: Texts) => string, prepare = (text: string): string => text): Read =>
  ({ line, body }) =>
    parseFixture(parser, document({ line: prepare(line), body: prepare(body) })).stories[0];

/** The smallest story of each format that has a text as its headline and in its body. */
const formats: readonly (readonly [name: string, read: Read])[] = [
  [
    "plain text",
    ({ line, body }) => parseText(`${line}\n\n${sentence}\n\n${other} ${body}.\n\n${sentence}\n`),
  ],
  [
    "HTML",
    through(htmlParser, ({ line, body }) => {
      const page = `<main><article><h1>${line}</h1><p>${sentence} ${body}</p><p>${sentence}</p></article></main>`;
      return `<!doctype html><html lang="de"><head><title>${line}</title></head><body>${page}</body></html>`;
    }),
  ],
  [
    "Markdown",
    through(
      markdownParser,
      ({ line, body }) => `---\ntitle: ${JSON.stringify(line)}\n---\n${sentence} ${body}\n`,
    ),
  ],
  [
    "RSS",
    through(
      rssParser,
      ({ line, body }) =>
        `<rss><channel><item><title>${line}</title><description>${sentence} ${body}</description></item></channel></rss>`,
      escaped,
    ),
  ],
  [
    "Atom",
    through(
      atomParser,
      ({ line, body }) =>
        `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><title>${line}</title><content>${sentence} ${body}</content></entry></feed>`,
      escaped,
    ),
  ],
  [
    "JSON Feed",
    through(jsonFeedParser, ({ line, body }) =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        items: [{ id: "1", title: line, content_text: `${sentence} ${body}` }],
      }),
    ),
  ],
  [
    "NewsML-G2",
    through(
      newsmlG2Parser,
      ({ line, body }) =>
        `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentMeta><headline>${line}</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${sentence} ${body}</p></body></html></inlineXML></contentSet></newsItem>`,
      escaped,
    ),
  ],
  [
    "NewsML 1",
    through(
      newsml1Parser,
      ({ line, body }) =>
        `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>${line}</HeadLine></NewsLines><ContentItem><DataContent><p>${sentence} ${body}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
      escaped,
    ),
  ],
  [
    "NITF",
    through(
      nitfParser,
      ({ line, body }) =>
        `<nitf><body><body.head><hedline><hl1>${line}</hl1></hedline></body.head><body.content><p>${sentence} ${body}</p></body.content></body></nitf>`,
      escaped,
    ),
  ],
  [
    "ninjs",
    through(ninjsParser, ({ line, body }) =>
      JSON.stringify({ uri: "urn:a", type: "text", headline: line, body_text: `${sentence} ${body}` }),
    ),
  ],
  [
    "WXR",
    through(
      wxrParser,
      ({ line, body }) =>
        `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>${line}</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded>${sentence} ${body}</content:encoded></item></channel></rss>`,
      escaped,
    ),
  ],
  [
    "NDJSON",
    through(ndjsonParser(), ({ line, body }) =>
      JSON.stringify({ headline: line, body: `${sentence} ${body}` }),
    ),
  ],
  [
    "JSON",
    through(jsonParser(), ({ line, body }) =>
      JSON.stringify([{ headline: line, body: `${sentence} ${body}` }]),
    ),
  ],
  [
    "IPTC 7901",
    through(
      iptc7901Parser,
      ({ line, body }) =>
        `\x01xyz0123 3 i 12  nwa 0816\r\n\x02${line} =\r\n\r\n   ${sentence} ${body}\r\n\x03061305 GMT mar 24`,
    ),
  ],
  [
    "CSV",
    through(
      csvParser(),
      ({ line, body }) => `headline,body,date\n${cell(line)},${cell(`${sentence} ${body}`)},\n`,
    ),
  ],
];

describe.each(formats)("in %s", (_, read) => {
  test.each(dirt)("$name are cleaned in headline and body", ({ written, meant }) => {
    const story = read({ line: written, body: written });
    expect(story?.headline).toBe(meant);
    expect(textOfBlocks(story?.blocks ?? [])).toContain(meant);
  });

  test.each(markup)("$name are cleaned in the headline", ({ written, meant }) => {
    expect(read({ line: written, body: "" })?.headline).toBe(meant);
  });
});

const dirty = "Un\u00adter&amp;shy;nehmen &lt;b&gt;A&amp;amp;B&lt;/b&gt;\u200b";
const clean = "Unternehmen A&B";

describe("every field of one line is cleaned", () => {
  test("in records", () => {
    const fields =
      "headline kicker subHeadline summary byline dateline sourceLine source keywords edNote image.caption image.alt image.credit".split(
        " ",
      );
    const at = (field: string) => [field.replace(".", "_")];
    const parser = ndjsonParser({
      fields: Object.fromEntries([...fields, "image.url"].map((field) => [field, { at: at(field) }])),
    });
    const record = Object.fromEntries(fields.map((field) => [at(field)[0], dirty]));
    const [story] = parseFixture(
      parser,
      JSON.stringify({ ...record, image_url: "https://a.example/1.jpg" }),
    ).stories;
    expect(story).toMatchObject({
      headline: clean,
      kicker: clean,
      subHeadline: clean,
      summary: clean,
      byline: clean,
      creators: [{ name: clean }],
      dateline: { printed: clean },
      sourceLine: clean,
      infoSources: [{ printed: clean }],
      keywords: [clean],
      edNote: clean,
      pictures: [{ captions: [{ text: clean }], altTexts: [{ text: clean }], creditLine: clean }],
    });
  });

  test("in feeds", () => {
    const [story] = parseFixture(
      rssParser,
      `<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${dirty}</title><item><title>A</title><description>${sentence}</description><dc:creator>${dirty}</dc:creator><category>${dirty}</category><media:content url="https://a.example/1.jpg" medium="image"><media:description>${dirty}</media:description><media:credit>${dirty}</media:credit><media:copyright>${dirty}</media:copyright></media:content></item></channel></rss>`,
    ).stories;
    expect(story).toMatchObject({
      byline: clean,
      keywords: [clean],
      infoSources: [{ printed: clean }],
      pictures: [{ captions: [{ text: clean }], creditLine: clean, copyrightNotice: clean }],
    });
  });
});

const escapedStory =
  "&lt;p&gt;The harbour board voted on Monday to rebuild the quay.&lt;/p&gt;&lt;p&gt;Read &lt;a href=&quot;https://harbour.example/plan&quot;&gt;the plan&lt;/a&gt; here.&lt;/p&gt;";

test.each<readonly [string, Parser, string]>([
  [
    "RSS, escaped again",
    rssParser,
    `<rss><channel><item><title>A</title><description>${escaped(escapedStory)}</description></item></channel></rss>`,
  ],
  [
    "RSS, escaped and again",
    rssParser,
    `<rss><channel><item><title>A</title><description>${escaped(escaped(escapedStory))}</description></item></channel></rss>`,
  ],
  [
    "RSS, in CDATA",
    rssParser,
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><title>A</title><content:encoded><![CDATA[${escapedStory}]]></content:encoded></item></channel></rss>`,
  ],
  [
    "Atom, as HTML",
    atomParser,
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><title>A</title><content type="html">${escaped(escapedStory)}</content></entry></feed>`,
  ],
  [
    "Atom, as text",
    atomParser,
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><title>A</title><content>${escapedStory}</content></entry></feed>`,
  ],
  [
    "JSON Feed",
    jsonFeedParser,
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      items: [{ id: "1", title: "A", content_html: escapedStory }],
    }),
  ],
  [
    "JSON Feed, as text",
    jsonFeedParser,
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      items: [{ id: "1", title: "A", content_text: escapedStory }],
    }),
  ],
  [
    "WXR",
    wxrParser,
    `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>A</title><wp:status>publish</wp:status><content:encoded><![CDATA[${escapedStory}]]></content:encoded></item></channel></rss>`,
  ],
  ["ninjs", ninjsParser, JSON.stringify({ uri: "urn:a", headline: "A", body_html: escapedStory })],
  ["NDJSON", ndjsonParser(), JSON.stringify({ headline: "A", body: escapedStory })],
  [
    "NDJSON, mapped as HTML",
    ndjsonParser({ fields: { headline: { at: ["headline"] }, body: { at: ["body"], as: "html" } } }),
    JSON.stringify({ headline: "A", body: escapedStory }),
  ],
  ["CSV", csvParser(), `headline,body,date\nA,${cell(escapedStory)},\n`],
])("a body that was escaped too often has its paragraphs and links: %s", (_, parser, text) => {
  const [story] = parseFixture(parser, text).stories;
  expect(story?.blocks).toMatchObject([
    { spans: [{ text: "The harbour board voted on Monday to rebuild the quay." }] },
    {
      spans: [
        { text: "Read " },
        { text: "the plan", href: "https://harbour.example/plan" },
        { text: " here." },
      ],
    },
  ]);
});

const linked = '<a href="/1">Ada Kern</a> and <a href="/2">Tom Vale</a>';

test.each<readonly [string, Parser, string]>([
  [
    "Atom",
    atomParser,
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:a</id><title>A</title><author><name>${escaped(linked)}</name></author></entry></feed>`,
  ],
  [
    "RSS, not escaped",
    rssParser,
    `<rss><channel><item><title>A</title><author>${linked}</author></item></channel></rss>`,
  ],
  [
    "JSON Feed",
    jsonFeedParser,
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      items: [{ id: "1", title: "A", authors: [{ name: linked }] }],
    }),
  ],
  [
    "WXR",
    wxrParser,
    `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>A</title><wp:status>publish</wp:status><dc:creator><![CDATA[${linked}]]></dc:creator></item></channel></rss>`,
  ],
  [
    "ninjs",
    ninjsParser,
    JSON.stringify({ uri: "urn:a", headline: "A", byline: linked, body_text: sentence }),
  ],
  ["CSV", csvParser(), `headline,body,author\nA,${cell(sentence)},${cell(linked)}\n`],
  ["NDJSON", ndjsonParser(), JSON.stringify({ headline: "A", body: sentence, author: linked })],
  ["front matter", markdownParser, `---\ntitle: A\nauthor: ${JSON.stringify(linked)}\n---\n${sentence}\n`],
])("authors that are links are two people: %s", (_, parser, text) => {
  const [story] = parseFixture(parser, text).stories;
  expect(story).toMatchObject({
    byline: "Ada Kern and Tom Vale",
    creators: [{ name: "Ada Kern" }, { name: "Tom Vale" }],
  });
});
