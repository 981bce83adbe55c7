import { expect, test } from "vitest";
import { differenceBetween, lastingPartOf } from "../../../bench/kill/end-state.ts";

const record = {
  _id: "import.article-a",
  _type: "importRecord",
  _rev: "one",
  _createdAt: "2026-11-24T12:00:00Z",
  _updatedAt: "2026-11-24T12:00:00Z",
  run: "first",
  importedAt: "2026-11-24T12:00:00Z",
  history: [{ run: "first" }],
  problems: [{ code: "new-source" }, { code: "missing-asset" }],
  suggestions: [{ path: "headline", run: "first" }],
  snapshot: "{}",
};

test("an import record of another run is the same in the end", () => {
  const later = { ...record, _rev: "two", run: "second", suggestions: [{ path: "headline", run: "second" }] };
  expect(lastingPartOf(later)).toEqual(lastingPartOf(record));
});

test.each([
  ["snapshot", { snapshot: '{"article-a":{}}' }],
  ["suggestion", { suggestions: [] }],
  ["problem", { problems: [{ code: "new-source" }] }],
])("an import record with another %s is another in the end", (_, change) => {
  expect(lastingPartOf({ ...record, ...change })).not.toEqual(lastingPartOf(record));
});

test("a document that is missing or says something else is lost, one too many is doubled", () => {
  const whole = { headline: "A", body: ["one", "two"] };
  const expected = new Map<string, object>([
    ["same", whole],
    ["cut", whole],
    ["missing", whole],
  ]);
  const found = new Map<string, object>([
    ["same", { body: ["one", "two"], headline: "A" }],
    ["cut", { headline: "A", body: ["one"] }],
    ["extra", whole],
  ]);
  expect(differenceBetween(expected, found)).toEqual({ lost: ["cut", "missing"], doubled: ["extra"] });
});
