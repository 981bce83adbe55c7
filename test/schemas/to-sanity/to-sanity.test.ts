import { createSchema } from "sanity";
import { expect, test } from "vitest";
import { z } from "zod";
import { textBlock } from "../../../schemas/body.ts";
import { imageAsset, referenceTo, slugFrom } from "../../../schemas/fields.ts";
import { fieldMeta, pictureShapes, typeMeta } from "../../../schemas/index.ts";
import { toSanityTypes } from "../../../schemas/to-sanity/to-sanity.ts";

/** The derived fields of a document with the given shape, without their functions. */
function fieldsOf(shape: z.core.$ZodShape): unknown {
  const schema = z.object({ _id: z.string(), _type: z.literal("page"), ...shape });
  typeMeta.add(schema, { name: "page", title: "Page", kind: "document" });
  const [page] = toSanityTypes({ page: schema });
  return page !== undefined && "fields" in page ? JSON.parse(JSON.stringify(page.fields)) : undefined;
}

test("toSanityTypes() gives a string a text direction and a title", () => {
  expect(fieldsOf({ subHeadline: z.string() })).toEqual([
    { name: "subHeadline", title: "Sub-headline", type: "string", options: { textDirection: "content" } },
  ]);
});

test("toSanityTypes() gives a string with many lines a text box", () => {
  expect(fieldsOf({ note: z.string().register(fieldMeta, { multiline: true }) })).toMatchObject([
    { type: "text" },
  ]);
});

test.each([
  ["url", z.url()],
  ["email", z.email()],
  ["date", z.iso.date()],
  ["datetime", z.iso.datetime()],
])("toSanityTypes() gives a string of the format %s Sanity's own type, left to right", (type, schema) => {
  expect(fieldsOf({ value: schema })).toMatchObject([{ type, options: { textDirection: "ltr" } }]);
});

test("toSanityTypes() gives a point in time that may be a day the type that can hold both", () => {
  const either = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
  expect(fieldsOf({ value: either })).toMatchObject([
    { type: "datetime", options: { textDirection: "ltr" } },
  ]);
  expect(() => fieldsOf({ value: z.union([z.iso.date(), z.string()]) })).toThrow(/page\.value/);
});

test("toSanityTypes() converts numbers and booleans", () => {
  expect(fieldsOf({ level: z.int(), isOpen: z.boolean() })).toEqual([
    { name: "level", title: "Level", type: "number" },
    { name: "isOpen", title: "Is open", type: "boolean" },
  ]);
});

test("toSanityTypes() lists an enum's values under their titles", () => {
  const status = z.enum(["usable", "withheld"]).register(fieldMeta, { optionTitles: { usable: "Ready" } });
  expect(fieldsOf({ status })).toMatchObject([
    {
      type: "string",
      options: {
        list: [
          { value: "usable", title: "Ready" },
          { value: "withheld", title: "Withheld" },
        ],
      },
    },
  ]);
});

test("toSanityTypes() lists a literal's values", () => {
  expect(fieldsOf({ state: z.literal(["open", "done"]) })).toMatchObject([
    { type: "string", options: { list: [{ value: "open" }, { value: "done" }] } },
  ]);
});

test("toSanityTypes() keeps an object without a type of its own inline", () => {
  expect(fieldsOf({ place: z.object({ city: z.string() }) })).toEqual([
    {
      name: "place",
      title: "Place",
      type: "object",
      fields: [{ name: "city", title: "City", type: "string", options: { textDirection: "content" } }],
    },
  ]);
});

test("toSanityTypes() makes a named object a type of its own, once", () => {
  const author = z.object({ _type: z.literal("author"), name: z.string() });
  typeMeta.add(author, { name: "author", title: "Author", kind: "object", preview: { title: "name" } });
  const page = z.object({ _type: z.literal("page"), writer: author, editor: author.optional() });
  typeMeta.add(page, { name: "page", title: "Page", kind: "document" });
  expect(toSanityTypes({ page })).toMatchObject([
    {
      name: "page",
      fields: [
        { name: "writer", type: "author" },
        { name: "editor", type: "author" },
      ],
    },
    { name: "author", type: "object", fields: [{ name: "name" }], preview: { select: { title: "name" } } },
  ]);
});

test("toSanityTypes() shows an array of strings as tags", () => {
  expect(fieldsOf({ keywords: z.array(z.string()) })).toMatchObject([
    { type: "array", of: [{ type: "string" }], options: { layout: "tags" } },
  ]);
});

test("toSanityTypes() shows an array of strings whose order counts as a list", () => {
  const cells = z.array(z.string().register(fieldMeta, { multiline: true }));
  expect(fieldsOf({ cells: cells.register(fieldMeta, { inOrder: true }) })).toEqual([
    {
      name: "cells",
      title: "Cells",
      type: "array",
      of: [{ type: "text", options: { textDirection: "content" } }],
    },
  ]);
});

test("toSanityTypes() makes tables and embeds types of their own, without arrays in arrays", () => {
  const types = toSanityTypes();
  const fieldNames = (name: string) =>
    types.find((type) => type.name === name)?.fields?.map((field) => field.name);
  expect(fieldNames("table")).toEqual(["caption", "hasHeaderRow", "rows"]);
  expect(fieldNames("tableRow")).toEqual(["cells"]);
  expect(fieldNames("embed")).toEqual(["url", "provider", "title", "text"]);
  const bodyField = types.find(({ name }) => name === "article")?.fields?.find(({ name }) => name === "body");
  expect(bodyField?.of?.map(({ type }) => type)).toEqual(["block", "figure", "table", "embed"]);
});

test("toSanityTypes() names the members of a union by their _type", () => {
  const quote = z.object({ _type: z.literal("pullQuote"), _key: z.string(), text: z.string() });
  const fact = z.object({ _type: z.literal("fact"), _key: z.string(), text: z.string() });
  expect(fieldsOf({ extras: z.array(z.discriminatedUnion("_type", [quote, fact])) })).toMatchObject([
    {
      type: "array",
      of: [
        { type: "object", name: "pullQuote", title: "Pull quote", fields: [{ name: "text" }] },
        { type: "object", name: "fact", title: "Fact", fields: [{ name: "text" }] },
      ],
    },
  ]);
});

test("toSanityTypes() reads styles, lists and marks of Portable Text from its Zod shape", () => {
  expect(fieldsOf({ body: z.array(textBlock) })).toMatchObject([
    {
      type: "array",
      of: [
        {
          type: "block",
          styles: [{ value: "normal" }, { value: "h2" }, { value: "h3" }, { value: "blockquote" }],
          lists: [{ value: "bullet" }, { value: "number" }],
          marks: {
            decorators: [{ value: "strong" }, { value: "em" }, { value: "sub" }, { value: "sup" }],
            annotations: [{ type: "object", name: "link", fields: [{ name: "href", type: "url" }] }],
          },
        },
      ],
    },
  ]);
});

test("toSanityTypes() maps slugs, references and images to Sanity's built-in types", () => {
  expect(
    fieldsOf({ slug: slugFrom("headline"), by: referenceTo("source"), picture: imageAsset }),
  ).toMatchObject([
    { name: "slug", type: "slug", options: { source: "headline", textDirection: "ltr" } },
    { name: "by", type: "reference", to: [{ type: "source" }] },
    {
      name: "picture",
      type: "image",
      options: { hotspot: { previews: Object.values(pictureShapes) } },
    },
  ]);
});

test("toSanityTypes() makes a reference weak that Zod allows no other way", () => {
  const weak = referenceTo("source").extend({ _weak: z.literal(true) });
  weak.register(fieldMeta, { sanity: { type: "reference", to: ["source"] } });
  expect(fieldsOf({ by: weak })).toMatchObject([{ type: "reference", to: [{ type: "source" }], weak: true }]);
});

test("toSanityTypes() carries a default, read-only state and metadata of every wrapper to the field", () => {
  const field = z
    .string()
    .register(fieldMeta, { title: "Inner", group: "story" })
    .default("draft")
    .readonly()
    .register(fieldMeta, { title: "Outer", description: "Help." });
  expect(fieldsOf({ state: field })).toMatchObject([
    { title: "Outer", description: "Help.", group: "story", initialValue: "draft", readOnly: true },
  ]);
});

test("toSanityTypes() refuses an unknown kind and names the field's path and kind", () => {
  expect(() => fieldsOf({ sizes: z.array(z.object({ bytes: z.bigint().optional() })) })).toThrow(
    new TypeError(
      'Cannot show "page.sizes[].bytes" in Studio: there is no converter for the Zod kind "bigint"',
    ),
  );
});

test("toSanityTypes() derives a schema of the content model in which Sanity finds no fault", () => {
  const schema = createSchema({ name: "test", types: toSanityTypes() });
  const problems = schema._validation?.flatMap((group) => group.problems) ?? [];
  expect(problems).toEqual([]);
  expect(schema.get("article")?.title).toBe("Article");
});

test("toSanityTypes() makes a slug of a headline in any script, and never an empty one", async () => {
  const [, , article] = toSanityTypes();
  const fields = article !== undefined && "fields" in article ? article.fields : [];
  const options: object = fields.find((field) => field.name === "slug")?.options ?? {};
  const slugify: (text: string, type: string, context: object) => Promise<string> = Reflect.get(
    options,
    "slugify",
  );
  const context = { parent: { _id: "drafts.article-7f3a" } };
  expect(await slugify("שלום עולם", "slug", context)).toBe("slvm-vlm");
  expect(await slugify("…", "slug", context)).toBe("article-7f3a");
  expect(await slugify("…", "slug", { parent: {} })).toBe("untitled");
});
