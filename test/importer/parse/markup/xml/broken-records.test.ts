import { expect, test } from "vitest";
import { rssParser } from "../../../../../importer/parse/formats/feeds/rss-parser.ts";

const prose = "The council met on Monday and agreed on the plan for the bridge.";

const item = (number: number, inner = `<description>${prose}</description>`): string =>
  `<item><title>T${number}</title><link>https://wire.example/${number}</link>${inner}</item>`;

/** A feed of four items, of which the second is broken; what becomes of it, item by item. */
function readFeed(second: string): string[] {
  const feed = `<?xml version="1.0"?>\n<rss version="2.0"><channel><title>Wire</title><language>fr</language>
${[item(1), second, item(3), item(4)].join("\n")}\n</channel></rss>`;
  return [...rssParser.parse(feed, {})].map((read) => {
    if (read.kind === "problem") return `${read.problem.code} ${read.problem.line}`;
    if (read.kind === "note") return read.message;
    const { headline, language, blocks } = read.story;
    return [headline, language, blocks.length].join(" ");
  });
}

const around = ["T1 fr 1", "T3 fr 1", "T4 fr 1"];
const [first, ...rest] = around;

test.each([
  ["a tag that is not closed", item(2, `<description>${prose}`), ["malformed-xml 4", "T2 fr 1"]],
  ["an item that is not closed", item(2).replace("</item>", ""), ["malformed-xml 5", "T2 fr 1"]],
  [
    "an end tag without a start",
    item(2, `</b><description>${prose}</description>`),
    ["malformed-xml 4", "T2 fr 1"],
  ],
  [
    "the end of the feed in its midst",
    item(2, `</channel></rss><description>${prose}</description>`),
    ["malformed-xml 4", "T2 fr 1"],
  ],
  [
    "a CDATA section that is not closed",
    item(2, `<description><![CDATA[${prose}</description>`),
    ["malformed-xml 7", "T2 fr 1"],
  ],
  ["an attribute that is not closed", item(2, '<enclosure url="a.jpg/>'), ["malformed-xml 4", "T2 fr 0"]],
  ["a comment that is not closed", item(2, `<!-- <description>${prose}</description>`), ["T2 fr 1"]],
  ["elements without end", item(2, "<a>".repeat(300)), ["malformed-xml 4"]],
  ["elements without number", item(2, "<a/>".repeat(210_000)), ["malformed-xml 4"]],
])("%s costs no item but its own", (_, second, expected) => {
  expect(readFeed(second)).toEqual([first, ...expected, ...rest]);
});

test("a CDATA section that a later one would close keeps its item apart from the next", () => {
  const later = item(3, `<description><![CDATA[<p>${prose}</p>]]></description>`);
  const second = `${item(2, `<description><![CDATA[<p>${prose}</p></description>`)}\n${later.replaceAll("3", "9")}`;
  expect(readFeed(second)).toEqual([first, "malformed-xml 5", "T2 fr 1", "T9 fr 1", ...rest]);
});

test("items after a feed that was closed too early are items all the same", () => {
  expect(readFeed(`${item(2)}</channel></rss>`)).toEqual([first, "T2 fr 1", "malformed-xml 5", ...rest]);
});

test("each broken item is told", () => {
  const broken = item(2, `<description>${prose}`);
  expect(readFeed([broken, broken.replaceAll("2", "5")].join("\n"))).toEqual([
    first,
    "malformed-xml 4",
    "T2 fr 1",
    "malformed-xml 5",
    "T5 fr 1",
    ...rest,
  ]);
});
