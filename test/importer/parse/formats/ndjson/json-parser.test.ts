import { describe, expect, test } from "vitest";
import { jsonParser } from "../../../../../importer/parse/formats/ndjson/json-parser.ts";
import { comparable, formatFixtures, parseFixture } from "../../../../support/format-fixtures.ts";

const record = (title: string) => ({ title, text: `${title}, the harbour master said on Monday.` });
const headlinesIn = (value: unknown): string[] =>
  parseFixture(jsonParser(), JSON.stringify(value)).stories.map(({ headline }) => headline);

describe("records in JSON", () => {
  test.each(formatFixtures("json"))("$name gives what stands beside it", ({ text, expected }) => {
    expect(jsonParser().recognises({ text })).toBe(true);
    expect(comparable(parseFixture(jsonParser(), text))).toEqual(expected);
  });

  test.each([
    ["a list", [record("A"), record("B")], ["A", "B"]],
    ["the list of an answer", { status: "ok", articles: [record("A")] }, ["A"]],
    ["a list further in", { data: { page: 1, docs: [record("A"), record("B")] } }, ["A", "B"]],
    ["the outermost list", { items: [{ ...record("A"), related: [record("B")] }] }, ["A"]],
    ["a record by itself, and not what belongs to it", { ...record("A"), related: [record("B")] }, ["A"]],
    ["no list of other things", { keys: [{ id: 1 }], articles: [record("A")] }, ["A"]],
  ])("are found in %s", (_, value, headlines) => {
    expect(headlinesIn(value)).toEqual(headlines);
  });

  test("have their path as the place of what they say", () => {
    const text = JSON.stringify({ data: { docs: [record("A"), record("B")] } });
    const [, second] = parseFixture(jsonParser(), text).stories;
    expect(second?.evidence).toContainEqual(
      expect.objectContaining({ path: "headline", place: "data.docs[1]: title", rule: "field-by-name" }),
    );
  });

  test("are found by a mapping, whatever their fields are called", () => {
    const mapping = { fields: { headline: { at: ["t"] }, body: { at: ["b"] } } };
    for (const value of [
      [{ t: "Ferry sails", b: "It sails." }],
      { n: 1, docs: [{ t: "Ferry sails", b: "It sails." }] },
    ]) {
      const text = JSON.stringify(value);
      expect(jsonParser(mapping).recognises({ text })).toBe(true);
      expect(jsonParser().recognises({ text })).toBe(false);
      expect(parseFixture(jsonParser(mapping), text).stories).toMatchObject([{ headline: "Ferry sails" }]);
    }
    expect(jsonParser(mapping).recognises({ text: '[{"title": "A", "text": "B"}]' })).toBe(false);
  });

  test("are told where there are none, and a list member that is none by itself", () => {
    const parse = (text: string) => parseFixture(jsonParser(), text).problems;
    expect(parse("[]")).toEqual(["no-stories-in-input"]);
    expect(parse('[{"title":"A","text":"B"}, 7')).toEqual(["malformed-json"]);
    expect(parse(JSON.stringify([record("A"), 7, { id: 1 }]))).toEqual([
      "unsupported-item",
      "unsupported-item",
    ]);
  });

  test.each([
    ["settings", '{"name": "x", "version": "1", "scripts": {"test": "y"}}'],
    ["a list of numbers", "[1, 2, 3]"],
    ["prose", "[sic] The mayor said that"],
  ])("are not recognised in %s", (_, text) => {
    expect(jsonParser().recognises({ text })).toBe(false);
  });

  test("nest as deep as somebody likes without taking long", () => {
    const text = `${'{"a":['.repeat(2_000)}1${"]}".repeat(2_000)}`;
    expect(parseFixture(jsonParser(), text).problems).toEqual(["no-stories-in-input"]);
  });
});
