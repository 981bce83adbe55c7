import fc from "fast-check";
import { expect, test } from "vitest";
import { isValidDocumentId, layerOf, publishedIdOf } from "../lake/core/document-id.ts";
import { resolvePath, writePath } from "../lake/core/json-path.ts";
import { formatPath, publishedId, readDocumentId } from "../schemas/index.ts";
import { sourceFiles } from "./support/source-files.ts";

/** A decision that one file makes, and what it looks like where another file makes it again. */
interface Decision {
  readonly name: string;
  readonly homes: readonly string[];
  readonly looksLike: RegExp;
  readonly because: string;
}

const decisions: readonly Decision[] = [
  {
    name: "which of a document's versions an id means",
    homes: ["schemas/document-id.ts", "lake/core/document-id.ts"],
    looksLike: /["'`^](?:drafts|versions)\\?\./,
    because:
      "what one takes for a draft another must not publish; the lake, which imports nothing of ours, has its own",
  },
  {
    name: "the ids of the importer's records and runs",
    homes: ["schemas/document-id.ts"],
    looksLike: /["'`^](?:import|importRun)\\?\.(?!meta\b)/,
    because: "the Studio finds the record of an article by its id alone",
  },
  {
    name: "the ids of articles, images and sources",
    homes: ["schemas/document-id.ts"],
    looksLike: /["'`^(](?:article|newsimage|source)-["'`$([]/,
    because: "an image that is looked for under another prefix is imported twice",
  },
  {
    name: "how a path names an array's member",
    homes: ["schemas/path.ts", "lake/core/json-path.ts"],
    looksLike: /_key\s*==(?!=)/,
    because: "a key with a quote in it must lead the importer, the Studio and the lake to the same paragraph",
  },
  {
    name: "from which confidence on a value counts as sure",
    homes: ["schemas/is-unsure.ts"],
    looksLike: /confidence\s*[<>]=?\s*[\d.]|\b(?:least|min\w*)Confidence\s*=/,
    because: "what the import asks the editor about is what the Studio marks as unsure",
  },
  {
    name: "which characters of a text nobody sees",
    homes: ["importer/parse/cleaning/clean-text.ts", "importer/parse/cleaning/dropped-in.ts"],
    looksLike: /\\u200b|\\u2060|\\ufb00/,
    because: "a headline that is cleaned otherwise than the text below it is found by another search",
  },
  {
    name: "how markup is taken off a text",
    homes: [
      "importer/parse/cleaning/clean-line.ts",
      "importer/parse/cleaning/without-tags.ts",
      "importer/parse/cleaning/unescape-markup.ts",
      "importer/parse/text/lines.ts",
    ],
    looksLike: /\bwithoutTags\(|\.replace\(\/<\[/,
    because: "what one format takes for a tag another must not print",
  },
  {
    name: "what ends a sentence",
    homes: ["importer/sentence-terminals.ts", "importer/sentence-break.ts"],
    looksLike: /\\p\{Sentence_Terminal|\.!\?|[。！]？/u,
    because: "a full stop that one rule does not know makes a heading, or a line of the page, of a sentence",
  },
  {
    name: "the direction of a language",
    homes: ["schemas/language.ts"],
    looksLike: /["'`]rtl["'`]|\b(?:getTextInfo|textInfo)\b/,
    because: "the Studio's fields and the frontend's pages run the way in which the article was imported",
  },
  {
    name: "that folders are created step by step",
    homes: [],
    looksLike: /\bmkdir(?:Sync)?\([^;]*\brecursive\b/,
    because:
      "Node's `recursive` never returns in /proc; createFolder() of the importer, or of the lake, does",
  },
];

const sources = sourceFiles(
  ...["schemas", "importer", "lake", "studio", "queries", "frontend", "cli", "bin", "bench", "docs"],
).map(({ path, text }) => ({ path, code: text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "") }));

test.each(decisions)("$name is decided in one place", ({ homes, looksLike, because }) => {
  const deciding = sources.filter(({ code }) => looksLike.test(code)).map(({ path }) => path);
  expect(deciding.toSorted(), because).toEqual(homes.toSorted());
});

const segment = fc.oneof(
  fc.constantFrom("drafts", "versions", "import", "importRun", "article-1"),
  fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,8}$/),
);
const storableId = fc
  .array(segment, { minLength: 1, maxLength: 4 })
  .map((segments) => segments.join("."))
  .filter(isValidDocumentId);

test("an id that can be stored means the same to the lake as to the content model", () => {
  fc.assert(
    fc.property(storableId, (id) => {
      const read = readDocumentId(id);
      expect(publishedIdOf(id)).toBe(publishedId(id));
      expect(layerOf(id)).toBe(
        read.kind === "draft" ? "drafts" : read.kind === "version" ? `versions.${read.release}` : "",
      );
    }),
  );
});

test("a path leads to the same place in the lake as in the content model, and is written the same way", () => {
  const text = fc.oneof(fc.constantFrom('"', "'", "\\", '"]', "الهدنة", "👩‍👩‍👧", "true"), fc.string());
  const step = fc.oneof(
    text,
    fc.nat(9),
    text.map((_key) => ({ _key })),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (path) => {
      expect(writePath(path)).toBe(formatPath(path));
      expect(resolvePath({}, formatPath(path)).map((place) => place.path)).toEqual([path]);
    }),
  );
});
