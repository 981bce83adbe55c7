import { createClient } from "@sanity/client";
import {
  type SanityDocument,
  createMockAuthStore,
  createWorkspaceFromConfig,
  validateDocument,
} from "sanity";
import { expect, test } from "vitest";
import { contentSchemas } from "../../../schemas/index.ts";
import { sayInEnglish } from "../../../schemas/to-sanity/say.ts";
import { toSanityTypes } from "../../../schemas/to-sanity/to-sanity.ts";
import { zodRule } from "../../../schemas/to-sanity/zod-rule.ts";

/** A client to which every slug is free, so that nothing but the rules under test speaks. */
const client = createClient({ projectId: "test", dataset: "test", apiVersion: "2026-01-01", useCdn: false });
Object.assign(client, {
  withConfig: () => client,
  fetch: async (_query: string, { drafts }: { drafts?: string[] }) =>
    drafts === undefined || drafts.filter((id) => id === "drafts.newsimage-draft"),
});

const workspace = await createWorkspaceFromConfig({
  name: "test",
  projectId: "test",
  dataset: "test",
  schema: { types: toSanityTypes() },
  auth: createMockAuthStore({ client, currentUser: null }),
});

/** What Studio's own validation says of a document, as `[level, path, message]`. */
async function validate(document: SanityDocument, unpublished: readonly string[] = []): Promise<unknown[]> {
  const markers = await validateDocument({
    document,
    workspace,
    environment: "studio",
    getDocumentExists: async ({ id }) => !unpublished.includes(id),
  });
  return markers.map(({ level, path, message }) => [level, path, message]);
}

const article = {
  _id: "drafts.article-1",
  _type: "article",
  _rev: "r",
  _createdAt: "2026-01-01T00:00:00Z",
  _updatedAt: "2026-01-01T00:00:00Z",
  headline: "Headline",
  slug: { _type: "slug", current: "headline" },
  language: "en",
  direction: "ltr",
  publishedAt: "2026-01-01T00:00:00Z",
};

test("a valid article has no errors and no warnings", async () => {
  expect(await validate(article)).toEqual([]);
});

test("a publication of which only the day is known has no errors and no warnings", async () => {
  expect(await validate({ ...article, publishedAt: "2026-01-01" })).toEqual([]);
  expect(await validate({ ...article, publishedAt: "2026-01-01T12:00:00+03:00" })).toEqual([]);
});

test.each(["2026-01-01T12:00:00", "2026-01-32", "soon"])(
  "%j as a date of publication is told once",
  async (publishedAt) => {
    expect(await validate({ ...article, publishedAt })).toEqual([
      ["error", ["publishedAt"], "Must be a date, or a date and time"],
    ]);
  },
);

test("the end of an embargo must be a point in time", async () => {
  expect(await validate({ ...article, embargoedUntil: "2026-01-01" })).toEqual([
    ["error", ["embargoedUntil"], "Must be a date and time"],
  ]);
});

test("an error inside the body names the block and the field by _key", async () => {
  const block = { _type: "block", _key: "b1", style: "normal", children: [] };
  const link = { _type: "link", _key: "l1", href: "javascript:alert(1)" };
  const figure = { _type: "figure", _key: "f1", image: { _type: "reference", _ref: "newsimage-1" } };
  const captions = [{ _type: "localizedText", _key: "c1", language: "Arabic", text: "x" }];
  const body = [
    { ...block, markDefs: [link] },
    { ...figure, captions },
  ];
  expect(await validate({ ...article, body })).toEqual([
    [
      "error",
      ["body", { _key: "b1" }, "markDefs", { _key: "l1" }, "href"],
      "Must be a full web address, such as https://example.org/story",
    ],
    [
      "error",
      ["body", { _key: "f1" }, "captions", { _key: "c1" }, "language"],
      "Must be a language tag such as ar, he or zh-Hant",
    ],
  ]);
});

test("a missing field is told once", async () => {
  const { headline: _, ...withoutHeadline } = article;
  expect(await validate(withoutHeadline)).toEqual([["error", ["headline"], "Required"]]);
});

test("a slug without text and a reference to nothing are left to Sanity's own messages", async () => {
  const slug = { _type: "slug" };
  const leadImage = { _type: "figure", image: { _type: "reference" } };
  expect(
    await Reflect.apply(zodRule(contentSchemas.article, sayInEnglish), undefined, [
      { ...article, slug, leadImage },
    ]),
  ).toEqual([]);
  expect(await validate({ ...article, slug, leadImage })).toEqual(
    expect.arrayContaining([
      ["error", ["slug"], expect.stringMatching(/\S/)],
      ["error", ["leadImage", "image"], expect.stringMatching(/\S/)],
    ]),
  );
});

test("a web address that is none is told once, in words for editors", async () => {
  expect(await validate({ ...article, canonicalUrl: "example" })).toEqual([
    ["error", ["canonicalUrl"], "Must be a full web address, such as https://example.org/story"],
  ]);
});

test("a value outside a list is told once", async () => {
  expect(await validate({ ...article, pubStatus: "spiked" })).toEqual([
    ["error", ["pubStatus"], "Must be one of the listed values"],
  ]);
});

test("an empty keyword is told at its place", async () => {
  expect(await validate({ ...article, keywords: ["Syria", ""] })).toEqual([
    ["error", ["keywords", 1], "Required"],
  ]);
});

test("a missing publication date is a warning at the field, not an error", async () => {
  const { publishedAt: _, ...undated } = article;
  expect(await validate(undated)).toEqual([
    [
      "warning",
      ["publishedAt"],
      "The publication date is unknown. Set the date if you can find it; otherwise leave it empty.",
    ],
  ]);
});

test("a reference to a draft is information, since it is published along; one to nothing is an error", async () => {
  const figure = (_key: string, id: string) => ({
    _type: "figure",
    _key,
    image: { _type: "reference", _ref: id, _weak: true, _strengthenOnPublish: { type: "newsImage" } },
  });
  const body = ["newsimage-draft", "newsimage-published", "newsimage-gone"].map((id) => figure(id, id));
  expect(await validate({ ...article, body }, ["newsimage-draft", "newsimage-gone"])).toEqual([
    [
      "error",
      ["body", { _key: "newsimage-gone" }, "image"],
      "What this leads to is gone. Choose another one, or take it out",
    ],
    [
      "info",
      ["body", { _key: "newsimage-draft" }, "image"],
      "Not published yet: it is published along with this document",
    ],
  ]);
});
