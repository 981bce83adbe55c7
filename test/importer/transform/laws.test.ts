import fc from "fast-check";
import { expect, test } from "vitest";
import { findSource } from "../../../importer/parse/authority/find-source.ts";
import { knownSources } from "../../../importer/parse/authority/known-sources.ts";
import { splitSourceNames } from "../../../importer/parse/authority/split-source-names.ts";
import { parseText } from "../../../importer/parse/text/parse-text.ts";
import { makeKeys } from "../../../importer/deterministic-keys.ts";
import { toDocuments } from "../../../importer/transform/to-documents.ts";
import type { ContentDocument } from "../../../schemas/index.ts";

function documentsOf(text: string): readonly ContentDocument[] {
  const origin = { input: "story.txt", identity: { kind: "path", value: "story.txt" } } as const;
  const story = toDocuments({ kind: "text", origin, text, contentHash: "" }, parseText(text));
  return story.kind === "wanted" ? story.documents : [];
}

/** The keys of every array within a value. */
function keysOfArrays(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(keysOfArrays);
  if (!Array.isArray(value)) return inner;
  const keys = value.flatMap((member: unknown) =>
    typeof member === "object" && member !== null && "_key" in member ? [String(member._key)] : [],
  );
  return [keys, ...inner];
}

const headline = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
  .filter((text) => /[^\s\p{Cc}\p{Cf}]/u.test(text));
const line = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    "The same line.",
    "صورة (رويترز)",
    "Photo: Jane Doe",
    "A heading",
    "Source: Reuters, Reuters, X, X",
  ),
);
const story = fc
  .tuple(headline, fc.array(line, { maxLength: 20 }))
  .map(([first, rest]) => [first, "", ...rest].join("\n"));

test("toDocuments() gives every array unique keys, whatever the text", () => {
  fc.assert(
    fc.property(story, (text) => {
      for (const keys of keysOfArrays(documentsOf(text))) expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test("toDocuments() makes a slug of lower-case ASCII of every headline, in any script", () => {
  fc.assert(
    fc.property(headline, (text) => {
      const article = documentsOf(text).find((document) => document._type === "article");
      expect(article?.slug.current).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});

test("toDocuments() refers to its own documents only, whatever the text", () => {
  fc.assert(
    fc.property(story, (text) => {
      const documents = documentsOf(text);
      const ids = new Set(documents.map(({ _id }) => _id));
      const references = JSON.stringify(documents).matchAll(/"_ref":"([^"]+)"/g);
      expect([...references].map(([, id]) => id).filter((id) => !ids.has(id ?? ""))).toEqual([]);
    }),
  );
});

test("toDocuments() keeps the keys of all other blocks when a paragraph is inserted or removed", () => {
  const paragraphs = fc.array(
    fc.constantFrom<string[]>("One is done.", "Two are left.", "Three came back."),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  const keysOf = (texts: readonly string[]): string[] => {
    const article = documentsOf(["Headline", ...texts].join("\n\n")).find(
      (document) => document._type === "article",
    );
    return article?.body?.map(({ _key }) => _key) ?? [];
  };
  fc.assert(
    fc.property(paragraphs, fc.nat(6), (texts, at) => {
      const without = keysOf(texts);
      const inserted = keysOf(texts.toSpliced(at, 0, "A new one stands here."));
      expect(inserted.filter((key) => without.includes(key))).toEqual(without);
    }),
  );
});

test("makeKeys() numbers equal members in their order", () => {
  const keyOf = makeKeys();
  const [first, other, second] = [keyOf("same"), keyOf("other"), keyOf("same")];
  expect([second, other === first]).toEqual([`${first}-2`, false]);
});

test("findSource() knows each source by each of its names, and no two by the same", () => {
  for (const source of knownSources) {
    for (const name of [source.name, ...Object.values(source.names), ...source.aliases]) {
      expect([name, findSource(name)?.slug]).toEqual([name, source.slug]);
    }
  }
});

test.each([
  ["reuters", "  REUTERS. "],
  ["al-jazeera", "الجزيره"],
  ["al-jazeera", "الجَزِيرَة"],
  ["anadolu", "الاناضول"],
  ["isna", "ايسنا"],
  ["new-york-times", "new york times"],
])("findSource() finds %s spelt %j", (slug, printed) => {
  expect(findSource(printed)?.slug).toBe(slug);
});

test.each([
  ["الجزيرة + وكالات", ["الجزيرة", "وكالات"]],
  ["الجزيرة ووكالات", ["الجزيرة", "وكالات"]],
  ["رويترز، الفرنسية", ["رويترز", "الفرنسية"]],
  ["Reuters, AFP and dpa", ["Reuters", "AFP", "dpa"]],
  ["新华社、路透社", ["新华社", "路透社"]],
  ["Ministry of Health and Welfare", ["Ministry of Health and Welfare"]],
])("splitSourceNames() parts %j", (line, names) => {
  expect(splitSourceNames(line)).toEqual(names);
});
