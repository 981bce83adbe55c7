import { createSchema } from "sanity";
import { expect, test } from "vitest";
import { toSanityTypes } from "../../schemas/to-sanity/to-sanity.ts";
import { fieldDirection } from "../../studio/direction/field-direction.ts";
import { resolveDirection } from "../../studio/direction/text-direction.ts";

test("resolveDirection() follows the document's language", () => {
  expect(resolveDirection("content", { documentLanguage: "ar" })).toEqual({ dir: "rtl", lang: "ar" });
  expect(resolveDirection("content", { documentLanguage: "en" })).toEqual({ dir: "ltr", lang: "en" });
});

test("resolveDirection() prefers the language of the object that holds the text", () => {
  const scope = { ownLanguage: "en", documentLanguage: "ar", documentDirection: "rtl" };
  expect(resolveDirection("content", scope)).toEqual({ dir: "ltr", lang: "en" });
});

test("resolveDirection() prefers the direction that an editor set to the document's language", () => {
  expect(resolveDirection("content", { documentLanguage: "az", documentDirection: "rtl" })).toEqual({
    dir: "rtl",
    lang: "az",
  });
});

test("resolveDirection() leaves a text of unknown language to its first letter", () => {
  expect(resolveDirection("content", {})).toEqual({ dir: "auto" });
  expect(resolveDirection("content", { ownLanguage: "", documentLanguage: 7 })).toEqual({ dir: "auto" });
});

test("resolveDirection() keeps slugs and addresses left to right in every language", () => {
  expect(resolveDirection("ltr", { ownLanguage: "ar", documentDirection: "rtl" })).toEqual({ dir: "ltr" });
});

test.each([
  ["headline", "content"],
  ["summary", "content"],
  ["body", "content"],
  ["keywords", "content"],
  ["slug", "ltr"],
  ["canonicalUrl", "ltr"],
  ["publishedAt", "ltr"],
  ["language", "ltr"],
  ["direction", undefined],
  ["leadImage", undefined],
  ["creators", undefined],
])("fieldDirection() of an article's %s is %s", (name, direction) => {
  const article = createSchema({ name: "test", types: toSanityTypes() }).get("article");
  const fields = article !== undefined && "fields" in article ? article.fields : [];
  const field = fields.find((candidate) => candidate.name === name);
  expect(field && fieldDirection(field.type)).toBe(direction);
  expect(field).toBeDefined();
});
