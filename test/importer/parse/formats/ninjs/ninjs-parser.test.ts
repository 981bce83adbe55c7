import { expect, test } from "vitest";
import { ninjsParser } from "../../../../../importer/parse/formats/ninjs/ninjs-parser.ts";
import { parseFixture } from "../../../../support/format-fixtures.ts";

const item = (uri: string) => ({ uri, type: "text", headline: uri, body_text: "Text.", pubstatus: "usable" });

test.each([
  ["one item", item("urn:a"), ["urn:a"]],
  ["a list", [item("urn:a"), item("urn:b")], ["urn:a", "urn:b"]],
  ["an answer of a service", { total: 2, item: [item("urn:a"), item("urn:b")] }, ["urn:a", "urn:b"]],
  ["an answer of another", { _items: [item("urn:a")] }, ["urn:a"]],
])("ninjs: %s gives the stories in it", (_, input, uris) => {
  const text = JSON.stringify(input);
  expect(ninjsParser.recognises({ text })).toBe(true);
  expect(parseFixture(ninjsParser, text).stories.map(({ headline }) => headline)).toEqual(uris);
});

test("ninjs: names of fields count in whatever case a version writes them", () => {
  const text = JSON.stringify({
    URI: "urn:a",
    pubStatus: "withheld",
    HeadLines: [{ Value: "A", Role: "main" }],
  });
  expect(parseFixture(ninjsParser, text).stories).toMatchObject([
    { headline: "A", control: { pubStatus: "withheld" } },
  ]);
});

test("ninjs: a field of a wrong type counts as absent, and costs nothing else", () => {
  const text = JSON.stringify({
    ...item("urn:a"),
    byline: 7,
    bodies: "x",
    subjects: { a: 1 },
    associations: 3,
    language: ["en"],
  });
  expect(parseFixture(ninjsParser, text).stories).toMatchObject([{ headline: "urn:a", keywords: [] }]);
});

test("ninjs: what is cut off is a problem and no story", () => {
  expect(parseFixture(ninjsParser, JSON.stringify(item("urn:a")).slice(0, -5))).toEqual({
    stories: [],
    problems: ["malformed-json"],
  });
});

test("ninjs: the body in HTML is preferred to the plain one, and captions are no bodies", () => {
  const bodies = [
    { role: "caption", value: "Not this." },
    { contentType: "text/plain", value: "Plain." },
    { contentType: "text/html", value: "<p><strong>Rich</strong></p>" },
  ];
  const text = JSON.stringify({ uri: "urn:a", headlines: [{ value: "A" }], bodies });
  expect(parseFixture(ninjsParser, text).stories[0]?.blocks).toMatchObject([
    { spans: [{ text: "Rich", strong: true }] },
  ]);
});

test("ninjs: an item is known by its guid where it has no uri, also within another", () => {
  const { uri: _, ...said } = item("urn:a");
  const text = JSON.stringify({
    ...said,
    guid: "tag:desk.example:1",
    associations: {
      featuremedia: {
        guid: "tag:desk.example:2",
        type: "picture",
        description_text: "The quay",
        renditions: { original: { href: "https://desk.example/quay.jpg" } },
      },
    },
  });
  expect(ninjsParser.recognises({ text })).toBe(true);
  const [story] = parseFixture(ninjsParser, text).stories;
  expect(story).toMatchObject({
    identity: { kind: "id", value: "tag:desk.example:1" },
    pictures: [{ captions: [{ text: "The quay" }] }],
  });
  expect(story?.evidence).toContainEqual(expect.objectContaining({ path: "identity", place: "guid" }));
});

test("ninjs: the uri goes before the guid", () => {
  const text = JSON.stringify({ ...item("urn:a"), guid: "tag:desk.example:1" });
  expect(parseFixture(ninjsParser, text).stories).toMatchObject([{ identity: { value: "urn:a" } }]);
});
