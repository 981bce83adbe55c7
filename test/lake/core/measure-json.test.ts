import { expect, it } from "vitest";
import { maxDocumentCharacters } from "../../../lake/core/limits.ts";
import { measureDocument, measureJson } from "../../../lake/core/measure-json.ts";

it("measureJson() counts about the characters, and the levels of arrays and objects", () => {
  const value = { title: "Truce", list: [1, [true, null]], none: {} };
  const { characters, ...rest } = measureJson(value);
  expect(rest).toEqual({ depth: 3, overflows: false, isExact: true });
  expect(characters).toBeGreaterThan(JSON.stringify(value).length / 2);
  expect(characters).toBeLessThan(JSON.stringify(value).length * 2);
  expect(measureJson("text").depth).toBe(0);
});

it("measureJson() goes down a million levels", () => {
  let deep: unknown = 1;
  for (let level = 0; level < 1_000_000; level += 1) deep = [deep];
  expect(measureJson(deep).depth).toBe(1_000_000);
});

it("measureJson() stops at its limit in a value whose parts are shared without end", () => {
  let doubled: unknown = "x";
  for (let level = 0; level < 100; level += 1) doubled = [doubled, doubled];
  const { characters } = measureJson(doubled, 10_000);
  expect(characters).toBeGreaterThan(10_000);
  expect(characters).toBeLessThan(20_000);
});

it.each(["1e999", "-1e999"])("measureJson() notices that %s is read as infinity", (text) => {
  expect(measureJson(JSON.parse(`{"a":[${text}]}`)).overflows).toBe(true);
});

it.each([
  ["an undefined member", { a: [{ b: undefined }] }],
  ["zero with a sign", [-0]],
  ["what is no number", { a: Number.NaN }],
  ["a date", { a: new Date(0) }],
  ["a hole in a list", Array(1)],
])("measureJson() notices that %s is not what its text is read as", (_what, value) => {
  expect(measureJson(value).isExact).toBe(false);
});

it("measureDocument() says of each state what measureJson() says, and ends where it is too long", () => {
  const shared = { _id: "a", _type: "story", _rev: "r", _createdAt: "", _updatedAt: "", body: [{ n: [-0] }] };
  for (const state of [shared, { ...shared, list: [1] }, { ...shared, body: { at: new Date(0) } }, shared]) {
    expect(measureDocument(state)).toEqual(measureJson(state));
  }
  let doubled: unknown = "x";
  for (let level = 0; level < 100; level += 1) doubled = [doubled, doubled];
  const { characters, isExact } = measureDocument({ ...shared, a: doubled, b: [doubled] });
  expect(characters).toBeGreaterThan(maxDocumentCharacters);
  expect(characters).toBeLessThan(2 * maxDocumentCharacters);
  expect(isExact).toBe(false);
});
