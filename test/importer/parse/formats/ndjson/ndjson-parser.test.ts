import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ndjsonParser, parseNdjson } from "../../../../../importer/parse/formats/ndjson/ndjson-parser.ts";
import { ndjsonLines, readNdjson } from "../../../../../importer/parse/formats/ndjson/read-ndjson.ts";
import { readMapping } from "../../../../../importer/parse/mapping/read-mapping.ts";
import { fixture, problemsOf, storiesOf, wordsOf } from "../../mapping/formats.ts";

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

describe("stories in NDJSON", () => {
  test("are found by the names of their fields, which the evidence says with less than certainty", () => {
    const [ferry, arabic, bare] = storiesOf(ndjsonParser().parse(fixture("ndjson/wire.ndjson"), {}));
    expect(ferry).toMatchObject({
      identity: { kind: "url", value: "https://orrin-post.example/ferry" },
      headline: "Ferry returns to Lake Orrin after eleven years",
      byline: "Jonas Weld",
      publishedAt: "2024-05-02T07:30:00+02:00",
      language: "en",
      keywords: ["transport", "islands"],
    });
    expect(ferry && wordsOf(ferry)).toHaveLength(2);
    expect(ferry?.evidence.find(({ path }) => path === "headline")).toEqual({
      path: "headline",
      place: "line 1: title",
      rule: "field-by-name",
      confidence: 0.7,
    });
    expect(arabic).toMatchObject({
      publishedAt: "2024-05-02T05:30:00Z",
      language: "ar",
      creators: [{ name: "سلمى نجم" }],
      keywords: ["نقل", "جزر"],
    });
    expect(arabic && wordsOf(arabic).join(" ")).not.toContain("alert");
    expect(bare).toMatchObject({ leadPicture: 0, pictures: [{ creditLine: "Ida Brandt" }] });
    expect(bare?.problems.map(({ code }) => code)).toEqual(["date-unreadable"]);
    expect(bare?.identity, "a number is an id of every file").toBeUndefined();
  });

  test("are found by a mapping, with pictures from lists", () => {
    const mapping = readMapping(fixture("ndjson/archive.mapping.yaml"), "archive.mapping.yaml");
    const [mill, bare] = storiesOf(ndjsonParser(mapping).parse(fixture("ndjson/archive.ndjson"), {}));
    expect(mill).toMatchObject({
      identity: { kind: "id", value: "A/77" },
      headline: "Le moulin de Brévanne rouvre",
      kicker: "Patrimoine",
      publishedAt: "2023-11-20T18:00:00Z",
      language: "fr",
      keywords: ["patrimoine", "région"],
      infoSources: [{ printed: "Brévanne Matin", role: "originator" }],
      leadPicture: 0,
      pictures: [
        {
          url: "https://breve.example/moulin.jpg",
          captions: [{ text: "Le moulin, dimanche" }],
          creditLine: "Anne Quill",
        },
        { file: "img/meule.png" },
      ],
    });
    expect(mill && wordsOf(mill)).toEqual([
      "Le moulin a tourné dimanche pour la première fois depuis la crue.",
      "Trois meuniers s’y relaieront.",
      "▣",
    ]);
    expect(new Set(mill?.evidence.map(({ confidence }) => confidence))).toEqual(new Set([1]));
    expect(bare?.publishedAt).toBeUndefined();
  });

  test("around bad lines are read, and each bad line is a problem with its number", () => {
    const items = [...ndjsonParser().parse(fixture("ndjson/broken.jsonl"), {})];
    expect(storiesOf(items).map(({ headline }) => headline)).toEqual(["First", "Last"]);
    expect(problemsOf(items)).toEqual(["bad-record 2", "bad-record 3", "bad-record 5", "unsupported-item"]);
  });

  test("keep what Portable Text says, and nothing active", () => {
    const last = storiesOf(ndjsonParser().parse(fixture("ndjson/broken.jsonl"), {})).at(-1);
    expect(last?.blocks).toEqual([
      { kind: "text", style: "h2", spans: [{ text: "A heading" }] },
      {
        kind: "text",
        style: "normal",
        spans: [
          { text: "Plain, " },
          { text: "strong and linked", strong: true, href: "https://orrin-post.example/" },
          { text: ", not linked" },
        ],
      },
      { kind: "text", style: "normal", listItem: "bullet", level: 2, spans: [{ text: "An item" }] },
      { kind: "picture", picture: 0 },
    ]);
    expect(last?.problems.map(({ code }) => code)).toEqual(["unsupported-item"]);
  });

  test("come out of a stream as they come out of a text, with the place of their line", async () => {
    const text = fixture("ndjson/wire.ndjson");
    const fromText = [...ndjsonParser().parse(text, {})];
    const bytes = Buffer.from(text);
    const fromStream = [];
    for await (const { line, byteOffset, ...item } of parseNdjson(pieces(bytes, 3), undefined, {})) {
      fromStream.push(item);
      expect(bytes.subarray(byteOffset).toString("utf8")).toMatch(/^\{"(id|title|headline)":/);
      expect(bytes.subarray(0, byteOffset).toString("utf8").split("\n")).toHaveLength(line);
    }
    expect(fromStream).toEqual(fromText);
  });
});

describe("the lines of NDJSON", () => {
  test("are the same wherever the chunks are cut, also within a character", async () => {
    const record = fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }));
    await fc.assert(
      fc.asyncProperty(fc.array(record), fc.integer({ min: 1, max: 40 }), async (records, length) => {
        const text = records.map((one) => `${JSON.stringify(one)}\n`).join("");
        const read = [];
        for await (const line of readNdjson(pieces(Buffer.from(text), length))) read.push(line);
        expect(
          read.map((line) => (line.kind === "record" ? JSON.stringify(line.record) : line.problem)),
        ).toEqual(records.map((one) => JSON.stringify(one)));
        expect(read).toEqual([...ndjsonLines(text)]);
      }),
    );
  });

  test("that are too long or no UTF-8 are problems, and the next ones are read", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`\ufeff{"a":1}\n{"a":"${"x".repeat(100)}"}\n{"a":"`),
      Buffer.from([0xff]),
      Buffer.from(`"}\r\n{"a":2}`),
    ]);
    const read = [];
    for await (const line of readNdjson(pieces(bytes, 8), 50)) read.push(line);
    expect(read.map((line) => (line.kind === "record" ? line.record : line.problem.message))).toEqual([
      { a: 1 },
      "Cannot read line 2: it is longer than 0.00005 MB",
      "Cannot read line 3: it is not UTF-8",
      { a: 2 },
    ]);
    expect(read.map(({ byteOffset }) => bytes.subarray(byteOffset, byteOffset + 1).toString())).not.toContain(
      "\n",
    );
  });
});

test.each([
  ["two objects", '{"a":1}\n{"b":2}\n', undefined, true],
  ["two objects of which the second is cut off", '{"a":1}\n{"b":', undefined, true],
  ["one object in a file that is named so", '{"a":1}', "x.jsonl", true],
  ["one object", '{"a":1}', "x.json", false],
  ["one object over several lines", '{\n"a": {\n"b": 1}}', undefined, false],
  ["a list", '[{"a":1}]', "x.ndjson", false],
  ["prose", "{ is a brace\n{ so is this", undefined, false],
])("%s is told to be NDJSON or not", (_, text, name, expected) => {
  expect(ndjsonParser().recognises({ text, ...(name === undefined ? {} : { name }) })).toBe(expected);
});
