import * as client from "@sanity/client/csm";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  articleId,
  draftId,
  imageId,
  importRecordId,
  importRunId,
  isSourceId,
  keyOfArticle,
  publishedId,
  readDocumentId,
  sourceId,
  versionId,
  type DocumentIdParts,
} from "../../schemas/index.ts";

test.each<[string, DocumentIdParts]>([
  ["article-1", { kind: "published", base: "article-1" }],
  ["drafts.article-1", { kind: "draft", base: "article-1" }],
  ["versions.rSpring.article-1", { kind: "version", release: "rSpring", base: "article-1" }],
  ["import.article-1", { kind: "importRecord", base: "article-1" }],
  ["import.outlet.example.org", { kind: "outletProfile", base: "example.org" }],
  ["importRun.2026-01", { kind: "importRun", base: "2026-01" }],
  ["drafts.import.article-1", { kind: "draft", base: "import.article-1" }],
  ["versions.r.a.b", { kind: "version", release: "r", base: "a.b" }],
  // What only looks like one of them.
  ["draftsman", { kind: "published", base: "draftsman" }],
  ["important.a", { kind: "published", base: "important.a" }],
  ["a.drafts.b", { kind: "published", base: "a.drafts.b" }],
  ["drafts.", { kind: "published", base: "drafts." }],
  ["versions.r", { kind: "published", base: "versions.r" }],
  ["versions..a", { kind: "published", base: "versions..a" }],
])("readDocumentId() reads %s", (id, parts) => {
  expect(readDocumentId(id)).toEqual(parts);
});

const word = fc.stringMatching(/^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,12}$/);
/** Ids of published documents: with dots, and with words that mean something elsewhere. */
const base = fc
  .array(fc.oneof(word, fc.constantFrom("import", "importRun", "article-1")), { minLength: 1, maxLength: 4 })
  .map((segments) => segments.join("."))
  .filter((id) => !/^(drafts|versions)(\.|$)/.test(id));
const release = word.filter((name) => !["drafts", "published", "versions"].includes(name));

test("draftId(), versionId() and publishedId() lead from each id of a document to the others", () => {
  fc.assert(
    fc.property(base, release, (id, name) => {
      const [draft, version] = [draftId(id), versionId(name, id)];
      expect(readDocumentId(draft)).toEqual({ kind: "draft", base: id });
      expect(readDocumentId(version)).toEqual({ kind: "version", release: name, base: id });
      for (const each of [id, draft, version]) {
        expect([publishedId(each), draftId(each), versionId(name, each)]).toEqual([id, draft, version]);
      }
    }),
  );
});

test("ids mean to the content model what they mean to @sanity/client", () => {
  fc.assert(
    fc.property(base, release, (id, name) => {
      expect(draftId(id)).toBe(client.getDraftId(id));
      expect(versionId(name, id)).toBe(client.getVersionId(id, name));
      for (const each of [id, draftId(id), versionId(name, id)]) {
        const read = readDocumentId(each);
        expect(publishedId(each)).toBe(client.getPublishedId(each));
        expect(read.kind === "draft").toBe(client.isDraftId(each));
        expect(read.kind === "version").toBe(client.isVersionId(each));
        expect(read.kind === "version" ? read.release : undefined).toBe(client.getVersionFromId(each));
      }
    }),
  );
});

test("readDocumentId() reads what the importer's own ids were made of", () => {
  fc.assert(
    fc.property(base, (id) => {
      expect(readDocumentId(importRecordId(id))).toEqual({ kind: "importRecord", base: id });
      expect(readDocumentId(importRunId(id))).toEqual({ kind: "importRun", base: id });
      expect(publishedId(importRecordId(id))).toBe(importRecordId(id));
    }),
  );
});

test("keyOfArticle() and isSourceId() read what the ids of content were made of", () => {
  fc.assert(
    fc.property(word, (key) => {
      expect(keyOfArticle(articleId(key))).toBe(key);
      expect(isSourceId(sourceId(key))).toBe(true);
      expect(isSourceId(draftId(sourceId(key)))).toBe(true);
      expect(isSourceId(versionId("r", sourceId(key)))).toBe(true);
      for (const other of [articleId(key), imageId(key), importRecordId(sourceId(key))]) {
        expect(isSourceId(other)).toBe(false);
      }
    }),
  );
});
