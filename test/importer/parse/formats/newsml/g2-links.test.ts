import { expect, test } from "vitest";
import { newsmlG2Parser } from "../../../../../importer/parse/formats/newsml/newsml-g2-parser.ts";
import { parseFixture } from "../../../../support/format-fixtures.ts";

const message = (...items: readonly string[]): string =>
  `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items.join("")}</itemSet></newsMessage>`;
const story = (guid: string, links = ""): string =>
  `<newsItem guid="${guid}"><itemMeta><itemClass qcode="ninat:text"/>${links}</itemMeta><contentMeta><headline>${guid}</headline></contentMeta></newsItem>`;
const picture = (guid: string): string =>
  `<newsItem guid="${guid}"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentSet><remoteContent href="https://a.example/${guid}.jpg"/></contentSet></newsItem>`;
const pack = (...guids: readonly string[]): string =>
  `<packageItem guid="p"><groupSet><group>${guids.map((guid) => `<itemRef residref="${guid}"/>`).join("")}</group></groupSet></packageItem>`;

const read = (...items: readonly string[]) => {
  const { stories, problems } = parseFixture(newsmlG2Parser, message(...items));
  return { pictures: stories.map(({ pictures }) => pictures.map(({ url }) => url)), problems };
};

test("NewsML-G2: a story has the pictures that it links with, wherever they stand", () => {
  expect(
    read(picture("one"), story("s", '<link residref="two"/><link residref="one"/>'), picture("two")),
  ).toEqual({
    pictures: [["https://a.example/two.jpg", "https://a.example/one.jpg"]],
    problems: [],
  });
});

test("NewsML-G2: a package binds pictures to its only story, and to none of several", () => {
  expect(read(pack("s", "one"), story("s"), picture("one")).pictures).toEqual([
    ["https://a.example/one.jpg"],
  ]);
  expect(read(pack("s", "t", "one"), story("s"), story("t"), picture("one"))).toEqual({
    pictures: [[], []],
    problems: ["unsupported-item"],
  });
});

test("NewsML-G2: a picture that no story has is told, and not lost in silence", () => {
  expect(read(story("s"), picture("one"))).toEqual({ pictures: [[]], problems: ["unsupported-item"] });
});

test.each([
  ["<embargoed/><pubStatus qcode='stat:usable'/>", { pubStatus: "withheld" }],
  ["<embargoed/><pubStatus qcode='stat:canceled'/>", { pubStatus: "canceled" }],
  [
    "<embargoed>2026-02-01T00:00:00Z</embargoed>",
    { pubStatus: "usable", embargoedUntil: "2026-02-01T00:00:00Z" },
  ],
  ["<embargoed>later</embargoed>", { pubStatus: "withheld" }],
  ["<signal qcode='sig:update'/>", { note: "update" }],
  ["<signal qcode='sig:correction'/><edNote>CORRECTED: age</edNote>", { note: "CORRECTED: age" }],
  ["<edNote>For Sunday</edNote>", undefined],
  ["<signal qcode='prodId:TXT'/><signal qcode='edStat:U'/>", undefined],
  ["<signal qcode='prodId:TXT'/><signal qcode='sig:refile'/>", { note: "refile" }],
])("NewsML-G2: %j means %j", (itemMeta, control) => {
  const [only] = parseFixture(newsmlG2Parser, message(story("s", itemMeta))).stories;
  expect(only?.control).toEqual(control);
});

test("NewsML-G2: a printed page in one paragraph is parted at its blank lines and indents", () => {
  const page = `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>(Adds detail)
    * Mill turns again
    * Water is high

    By Ruth Calder
    Jan 30 (Example Wire) - The mill turned on Friday for the
first time in a year, its owner said.
    "It never felt so &amp;quot;light&amp;quot;," he said.
    </p></body></html>`;
  const item = story("s").replace(
    "</newsItem>",
    `<contentSet><inlineXML>${page}</inlineXML></contentSet></newsItem>`,
  );
  const [only] = parseFixture(newsmlG2Parser, message(item)).stories;
  expect(only?.blocks.map((block) => (block.kind === "text" ? block.spans[0]?.text : "?"))).toEqual([
    "(Adds detail)",
    "* Mill turns again",
    "* Water is high",
    "By Ruth Calder",
    "Jan 30 (Example Wire) - The mill turned on Friday for the first time in a year, its owner said.",
    '"It never felt so "light"," he said.',
  ]);
});

test("NewsML-G2: references that were escaped twice are read as they were meant", () => {
  const page =
    '<html xmlns="http://www.w3.org/1999/xhtml"><body><p>It&amp;#39;s R&amp;amp;D, &amp;lt;b&amp;gt;</p></body></html>';
  const item = story("s").replace(
    "</newsItem>",
    `<contentSet><inlineXML>${page}</inlineXML></contentSet></newsItem>`,
  );
  const [block] = parseFixture(newsmlG2Parser, message(item)).stories[0]?.blocks ?? [];
  expect(block).toMatchObject({ spans: [{ text: "It's R&D, &lt;b&gt;" }] });
});

test("NewsML-G2: where a story was written stands for a dateline that it does not print", () => {
  const located = (dateline: string) =>
    parseFixture(
      newsmlG2Parser,
      message(
        story("s").replace("<contentMeta>", `<contentMeta><located><name>Lyon</name></located>${dateline}`),
      ),
    ).stories[0];
  expect(located("<dateline>LYON -</dateline>")?.dateline).toEqual({ printed: "LYON", place: "Lyon" });
  expect(located("")?.dateline).toEqual({ printed: "Lyon", place: "Lyon" });
  expect(located("")?.evidence).toContainEqual(
    expect.objectContaining({ path: "dateline", rule: "newsml-g2-located", confidence: 0.6 }),
  );
});
