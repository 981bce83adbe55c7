import { expect, test } from "vitest";
import { dataShapes, isData } from "../../../../importer/parse/fields/is-data.ts";

test.each(
  dataShapes.flatMap(({ name, looksLike, examples }) =>
    examples.map((text) => [name, text, looksLike] as const),
  ),
)("isData() knows a %s: %s", (_, text, looksLike) => {
  expect(looksLike.test(text)).toBe(true);
  expect(isData(text)).toBe(true);
});

test.each([
  "Funiculaire",
  "Photo by Ida Brandt",
  "Le funiculaire reprend du service",
  "مشاركة",
  "1,200 people left.",
  "开馆",
  "Updated at 10:00",
  "https://a.example/b has the list",
  "11-02-2026 10:00 The mayor resigned",
  "either/or; the mayor has to choose",
])("isData() takes %s for text", (text) => {
  expect(isData(text)).toBe(false);
});
