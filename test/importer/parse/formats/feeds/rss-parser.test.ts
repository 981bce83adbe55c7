import { expect, test } from "vitest";
import { rssParser } from "../../../../../importer/parse/formats/feeds/rss-parser.ts";
import { parseFixture } from "../../../../support/format-fixtures.ts";

const itemOf = (item: string, channel = "") =>
  parseFixture(
    rssParser,
    `<rss version="2.0"><channel>${channel}<item><title>A</title>${item}</item></channel></rss>`,
  ).stories[0];

test.each([
  [
    "<link>https://a.example/1</link><guid>https://a.example/?p=1</guid>",
    { kind: "url", value: "https://a.example/1" },
  ],
  ["<guid>https://a.example/1</guid>", { kind: "url", value: "https://a.example/1" }],
  [
    '<guid isPermaLink="false">https://a.example/?p=1</guid>',
    { kind: "id", value: "https://a.example/?p=1" },
  ],
  ["<guid isPermaLink='false'>12</guid>", { kind: "id", value: "a.example:12" }],
  [
    "<feedburner:origLink>https://a.example/1</feedburner:origLink><link>https://proxy.example/z</link>",
    { kind: "url", value: "https://a.example/1" },
  ],
  [
    "<atom:link rel='self' href='https://a.example/feed'/><atom:link href='https://a.example/2'/>",
    { kind: "url", value: "https://a.example/2" },
  ],
  ["<link/>", undefined],
])("RSS: %j identifies the item as %j", (item, identity) => {
  expect(itemOf(item, "<link>https://www.a.example/</link>")?.identity).toEqual(identity);
});

test.each([
  ["<author>jane@a.example (Jane Doe)</author>", "Jane Doe"],
  ["<author>Jane Doe &lt;jane@a.example&gt;</author>", "Jane Doe"],
  ["<author>jane@a.example</author>", undefined],
  ["<dc:creator>سلمى فارس</dc:creator><dc:creator>نادر سالم</dc:creator>", "سلمى فارس, نادر سالم"],
  ["<atom:author><atom:name>Jane Doe</atom:name></atom:author>", "Jane Doe"],
  ["<itunes:author>Jane Doe</itunes:author>", undefined],
])("RSS: %j is by %j", (item, byline) => {
  expect(itemOf(item)?.byline).toBe(byline);
});

test("RSS: a description that only begins the full text is no summary", () => {
  const full =
    "<content:encoded><![CDATA[<p>The ferry left on time. Nobody cheered.</p>]]></content:encoded>";
  expect(
    itemOf(`<description>The ferry left on [&amp;hellip;]</description>${full}`)?.summary,
  ).toBeUndefined();
  expect(itemOf(`<description>A quiet departure.</description>${full}`)?.summary).toBe("A quiet departure.");
});

test("RSS: a picture in the text is not shown a second time as the leading one", () => {
  const item = `<content:encoded><![CDATA[<p>x</p><img src="https://a.example/q-300x200.jpg">]]></content:encoded>
    <media:content url="https://a.example/q.jpg" medium="image"><media:credit>AFP</media:credit></media:content>
    <media:thumbnail url="https://a.example/q-90x90.jpg"/><enclosure url="https://a.example/a.mp3" type="audio/mpeg"/>`;
  const story = itemOf(item);
  expect(story?.leadPicture).toBeUndefined();
  expect(story?.pictures).toMatchObject([
    { url: "https://a.example/q.jpg", creditLine: "AFP", sources: ["AFP"] },
  ]);
});

test("RSS: relative addresses start from xml:base, else from the page", () => {
  const encoded = '<content:encoded><![CDATA[<p><a href="b">b</a></p>]]></content:encoded>';
  const hrefOf = (story: ReturnType<typeof itemOf>) => {
    const [block] = story?.blocks ?? [];
    return block?.kind === "text" ? block.spans[0]?.href : undefined;
  };
  expect(hrefOf(itemOf(`<link>https://a.example/x/1</link>${encoded}`))).toBe("https://a.example/x/b");
  const based = `<rss xml:base="https://b.example/y/"><channel><item><title>A</title><link>1</link>${encoded}</item></channel></rss>`;
  expect(hrefOf(parseFixture(rssParser, based).stories[0])).toBe("https://b.example/y/b");
});
