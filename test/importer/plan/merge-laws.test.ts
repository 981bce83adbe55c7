import fc from "fast-check";
import { expect, test } from "vitest";
import { contentOf, differenceOf, hasSameContent } from "../../../importer/dataset/content.ts";
import { judgeDocument, outcomeOf } from "../../../importer/plan/judge-document.ts";
import { writeSnapshot } from "../../../importer/plan/write-snapshot.ts";
import { readSnapshot, canonicalJson } from "../../../schemas/index.ts";
import { CaseCount } from "../../support/case-count.ts";

const fields = ["headline", "summary", "kicker"] as const;
const text = fc.constantFrom("one", "two", "three", "four");
const members = fc.uniqueArray(fc.record({ _key: fc.constantFrom("a", "b"), _ref: text }), {
  selector: ({ _key }) => _key,
});
const content = fc.record(
  { headline: text, summary: text, kicker: text, body: members },
  { requiredKeys: [] },
);
/** A document after somebody has had it: as it was, with a change or two, or another one. */
const after = (before: object) =>
  fc.oneof(
    fc.constant(before),
    content.map((change) => ({ ...before, ...change })),
    content,
  );
/** A document as it was imported, and what the source, a draft and the published version say by now. */
const history = content.chain((base) =>
  fc.record({
    base: fc.oneof({ weight: 2, arbitrary: fc.constant(base) }, fc.constant(undefined)),
    wanted: after(base),
    draft: fc.option(after(base), { nil: undefined, freq: 3 }),
    published: fc.option(after(base), { nil: undefined, freq: 3 }),
  }),
);

const wantedOf = (fields: object) => ({ ...fields, _id: "article-1", _type: "article" });
const storedOf = (fields: object) => ({ ...fields, _id: "article-1", _type: "article", _rev: "r" });
const valueOf = (document: object | undefined, field: string): unknown =>
  new Map(Object.entries(document ?? {})).get(field);

test("judgeDocument() follows the source where no editor has been, and leaves everything else as editors have it", () => {
  const counts = new CaseCount();
  fc.assert(
    fc.property(history, ({ wanted, base, draft, published }) => {
      const state = {
        wanted: wantedOf(wanted),
        base: base && wantedOf(base),
        draft: draft && storedOf(draft),
        published: published && storedOf(published),
      };
      const verdict = judgeDocument(state);
      const becomes = outcomeOf({ ...state, verdict });
      const current = state.draft ?? state.published;
      counts.add(verdict.kind, ...(draft && published ? ["draft beside published"] : []));
      if (current === undefined) {
        const isNew = base === undefined;
        expect(verdict.kind === "create").toBe(isNew);
        expect(becomes).toEqual(isNew ? state.wanted : undefined);
        return;
      }
      for (const field of fields) {
        const [was, is, says] = [base, current, wanted].map((version) => valueOf(version, field));
        const isUntouched = was === is && base !== undefined;
        const expected = isUntouched || (base === undefined && is === undefined) ? says : is;
        expect([field, valueOf(becomes, field)]).toEqual([field, expected]);
      }
      if (verdict.kind === "update") expect(hasSameContent(current, base ?? { other: 1 })).toBe(true);
    }),
    { numRuns: 1000 },
  );
  counts.expectShares({
    create: 0.01,
    keep: 0.1,
    update: 0.05,
    merge: 0.2,
    leave: 0.03,
    "draft beside published": 0.2,
  });
});

test("judgeDocument() updates what nobody has touched, and keeps what the source says nothing new about", () => {
  const counts = new CaseCount();
  fc.assert(
    fc.property(
      content.chain((base) => fc.tuple(after(base), fc.constant(base))),
      ([wanted, base]) => {
        const state = {
          wanted: wantedOf(wanted),
          base: wantedOf(base),
          draft: storedOf(base),
          published: undefined,
        };
        const { kind } = judgeDocument(state);
        expect(kind).toBe(hasSameContent(wanted, base) ? "keep" : "update");
        counts.add(kind);
      },
    ),
  );
  counts.expectShares({ keep: 0.1, update: 0.3 });
});

test("differenceOf() tells the fields that turn one document into the other", () => {
  const counts = new CaseCount();
  fc.assert(
    fc.property(
      content.chain((from) => fc.tuple(fc.constant(from), after(from))),
      ([from, to]) => {
        const { set, unset } = differenceOf(storedOf(from), wantedOf(to));
        const left = Object.fromEntries(Object.entries(from).filter(([field]) => !unset.includes(field)));
        expect(canonicalJson({ ...left, ...set })).toBe(canonicalJson(to));
        // What is the same on both sides is not written again.
        for (const [field, value] of Object.entries(set)) {
          expect(canonicalJson(value)).not.toBe(canonicalJson(valueOf(from, field)));
        }
        counts.add(
          ...(Object.keys(set).length > 0 ? ["sets"] : []),
          ...(unset.length > 0 ? ["unsets"] : []),
          ...(Object.keys(set).length + unset.length === 0 ? ["nothing"] : []),
        );
      },
    ),
    { numRuns: 500 },
  );
  counts.expectShares({ sets: 0.3, unsets: 0.04, nothing: 0.1 });
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
