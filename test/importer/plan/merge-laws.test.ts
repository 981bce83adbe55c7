import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../../importer/dataset/canonical-json.ts";
import { contentOf, differenceOf, hasSameContent } from "../../../importer/dataset/content.ts";
import { judgeDocument } from "../../../importer/plan/judge-document.ts";
import { readSnapshot, writeSnapshot } from "../../../importer/plan/snapshot.ts";

const content = fc.dictionary(
  fc.constantFrom("headline", "summary", "body"),
  fc.oneof(fc.string(), fc.array(fc.record({ _key: fc.string(), _ref: fc.string() }), { maxLength: 2 })),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const wantedOf = (fields: object) => ({ ...fields, _id: "article-1", _type: "article" });
const storedOf = (fields: object) => ({ ...fields, _id: "article-1", _type: "article", _rev: "r" });

test("judgeDocument() lets a document be written only if what editors see is what the importer last wrote", () => {
  fc.assert(
    fc.property(
      content,
      optional(content),
      optional(content),
      optional(content),
      (wanted, base, draft, published) => {
        const stored = { draft: draft && storedOf(draft), published: published && storedOf(published) };
        const verdict = judgeDocument({ wanted: wantedOf(wanted), base: base && wantedOf(base), ...stored });
        const current = stored.draft ?? stored.published;
        if (verdict.kind === "create") expect([base, current]).toEqual([undefined, undefined]);
        if (verdict.kind === "update") expect(hasSameContent(current ?? {}, base ?? { other: 1 })).toBe(true);
      },
    ),
  );
});

test("judgeDocument() updates what nobody has touched, and keeps what the source says nothing new about", () => {
  fc.assert(
    fc.property(content, content, (wanted, base) => {
      const state = {
        wanted: wantedOf(wanted),
        base: wantedOf(base),
        draft: storedOf(base),
        published: undefined,
      };
      expect(judgeDocument(state).kind).toBe(hasSameContent(wanted, base) ? "keep" : "update");
    }),
  );
});

test("differenceOf() tells the fields that turn one document into the other", () => {
  fc.assert(
    fc.property(content, content, (from, to) => {
      const { set, unset } = differenceOf(storedOf(from), wantedOf(to));
      const left = Object.fromEntries(Object.entries(from).filter(([field]) => !unset.includes(field)));
      expect(canonicalJson({ ...left, ...set })).toBe(canonicalJson(to));
    }),
  );
});

test("canonicalJson() is the same whatever the order of members and the strength of references", () => {
  const strong = { image: { _type: "reference", _ref: "a" }, headline: "b" };
  const weak = {
    headline: "b",
    image: { _ref: "a", _weak: true, _strengthenOnPublish: { type: "newsImage" }, _type: "reference" },
  };
  expect(canonicalJson(weak)).toBe(canonicalJson(strong));
  expect(contentOf({ _id: "x", _rev: "y", headline: "b" })).toEqual({ headline: "b" });
});

test("readSnapshot() gives back what writeSnapshot() wrote, and nothing for what is damaged", () => {
  const snapshot = { "article-1": { _type: "article", headline: "b" } };
  expect(readSnapshot(writeSnapshot(snapshot))).toEqual(snapshot);
  expect(readSnapshot("{ damaged")).toEqual({});
  expect(readSnapshot('{"article-1": 1}')).toEqual({});
});
