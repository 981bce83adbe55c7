import { evaluateSync, parse, toJS } from "groq-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { systemClock } from "../../../lake/core/clock.ts";
import type { DocumentSource, LakeDocument } from "../../../lake/core/dataset.ts";
import { openDataset } from "../../../lake/core/open-dataset.ts";
import { withOwnFunctions } from "../../../lake/query/evaluate/own-functions.ts";
import { runQuery } from "../../../lake/query/run-query.ts";
import { idsSelectedBy } from "../../../lake/query/select-ids.ts";
import { documentStore } from "../../../lake/sqlite/document-store.ts";
import { openDatabase } from "../../../lake/sqlite/open-database.ts";
import { statementsOf } from "../../../lake/sqlite/statements.ts";
import { textIndex } from "../../../lake/sqlite/text-index.ts";
import type { Frequency } from "../../../lake/sqlite/words-sql.ts";
import { CaseCount } from "../../support/case-count.ts";
import { isLong } from "../../support/is-long.ts";

/** Few words, so that they come again: in a document, in a field, in the beginnings of each other, and across spans. */
const word = fc.constantFrom("foo", "foo", "foot", "bar", "Fóo", "新闻", "foo-bar", "zzz");
const words = (maxLength: number) => fc.array(word, { maxLength, size: "max" }).map((all) => all.join(" "));
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 8 });
const span = fc.tuple(words(5), fc.constantFrom("", " ")).map(([text, end]) => ({
  ...{ _type: "span", text: `${text}${end}` },
}));
const block = fc.array(span, { maxLength: 3 }).map((children) => ({ _type: "block", children }));

const anyDocuments = fc.uniqueArray(
  fc.record({
    _id: fc
      .tuple(fc.constantFrom("", "", "drafts."), fc.constantFrom("foo-", "x"), fc.nat(40))
      .map(([draft, name, number]) => `${draft}${name}${number}`),
    _type: fc.constantFrom("article", "article", "article", "source"),
    headline: optional(
      fc.oneof(
        { weight: 8, arbitrary: words(4) },
        fc.array(word, { maxLength: 3 }),
        words(3).map((text) => `${"bar ".repeat(100)}${text}`),
      ),
    ),
    summary: optional(words(12)),
    body: optional(fc.array(block, { maxLength: 3 })),
    url: fc.option(words(9), { nil: undefined, freq: 2 }),
    source: fc.option(fc.constant({ _ref: "foo", _weak: true }), { nil: undefined, freq: 2 }),
  }),
  { selector: ({ _id }) => _id, minLength: 15, maxLength: 40, size: "max" },
);

const searched = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("foo", "foo*", "fo*", "f*", "bar", "foot*") },
  fc.constantFrom("foo bar*", "bar foo", '"foo bar"', '"foo fo*"', "foo -bar", "新", "闻", "foo bar zzz"),
  fc.constantFrom("foo bar foot zzz*", "*", "", "-zzz", "foo-bar"),
);
const place = fc.constantFrom(
  ...["headline", "headline", "pt::text(body)", "@", "[@, _id]", "[@, _id]", "summary", "(headline)"],
  ...["[headline, summary]", "[@, headline]", "_id", "url", "body[].children[].text"],
);
const match = fc
  .tuple(place, fc.constantFrom("$q", "$q", "$q", "$other"))
  .map(([where, what]) => `${where} match text::query(${what})`);
const boosted = fc
  .tuple(
    match,
    fc.constantFrom("10", "3", "0.1", "-1"),
    fc.constantFrom("", '_type in ["article"] && ', '_type == "source" && '),
  )
  .map(([what, by, of]) => `boost(${of}${what}, ${by})`);
const term = fc.oneof(
  match,
  boosted,
  boosted,
  match.map((what) => `(${what} || references($raw))`),
  fc.constantFrom("defined(summary)", 'headline match "foo*"', 'headline match ["foo", "ba*"]'),
);
const studio = fc.constant(
  'boost(_type in ["article"] && headline match text::query($q), 10), ([@, _id] match text::query($q) || references($raw))',
);
const anyQuery = fc
  .tuple(
    fc.constantFrom(
      '_type in ["article", "source"]',
      '_type == "article"',
      "true",
      '_type in ["article"] && defined(summary)',
    ),
    fc.oneof(
      studio,
      fc.array(term, { minLength: 1, maxLength: 3 }).map((all) => all.join(", ")),
    ),
    fc.constantFrom("[_score > 0]", "[_score > 0]", "[_score > 2]"),
    fc.constantFrom(
      ...["[0...1]", "[0...3]", "[1..4]", "[0]", "[0...100]", " | order(_score desc)[0...3]{_id, _score}"],
      '{_id, "orderings": [_score]} | order(orderings[0] desc)[0...4]',
    ),
  )
  .map(([where, by, least, show]) => `*[${where}] | score(${by})${least}${show}`);

const anyCase = fc.record({
  documents: anyDocuments,
  queries: fc.array(fc.record({ query: anyQuery, q: searched, other: searched }), {
    minLength: 6,
    maxLength: 6,
  }),
  indexed: fc.constantFrom(0, 10, 1_000, 1_000, 1_000),
  frequency: fc.constantFrom<Frequency>("few", "many", "most"),
  isServed: fc.boolean(),
});

const context = { identity: "me", now: new Date(0), projectId: "copydesk", dataset: "production" };
const drafts = { layers: ["drafts", ""] };

/** As the perspective shows them, in the order of their ids. */
function shown(documents: readonly LakeDocument[]): readonly LakeDocument[] {
  const ids = new Set(documents.map(({ _id }) => _id));
  return documents
    .filter(({ _id }) => !ids.has(`drafts.${_id}`))
    .map((document) => ({ ...document, _id: document._id.replace("drafts.", ""), _originalId: document._id }))
    .sort((a, b) => (a._id < b._id ? -1 : 1));
}

/** A source of which readers see a field otherwise than the index does. */
function reshaped(source: DocumentSource): DocumentSource {
  const seen = (document: LakeDocument): LakeDocument =>
    "url" in document ? { ...document, url: "foo foot foo foo foo foo" } : document;
  const { exactly } = source;
  if (!exactly) throw new Error("BUG: a store knows its documents exactly");
  return {
    ...source,
    reshaped: new Set(["url"]),
    select: (...asked) => source.select(...asked).map(seen),
    exactly: { ...exactly, page: (page) => exactly.page(page).map(seen) },
  };
}

test(
  "the best of a search are those that plain evaluation finds best, whatever the index says",
  async () => {
    const cases = new CaseCount();
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ documents, queries, indexed, frequency, isServed }) => {
        const database = openDatabase(":memory:");
        try {
          const statements = statementsOf(database);
          const index = textIndex(statements);
          const store = documentStore(statements, "production", {
            words: { ...index, frequencyOf: () => frequency },
            few: 2,
          });
          const dataset = openDataset({
            ...{ projectId: "copydesk", name: "production", store, clock: systemClock, idsSelectedBy },
            log: () => {},
          });
          const mutations = documents.map((each) => ({ create: JSON.parse(JSON.stringify(each)) }));
          dataset.commit({ author: "me", mutations });
          index.work(indexed);
          const source = isServed ? reshaped(dataset) : dataset;
          const all = shown(source.select({ kind: "everything" }, {}));
          for (const { query, q, other } of queries) {
            const params = { q, other, raw: "foo" };
            const tree = withOwnFunctions(parse(query, { params }));
            const expected: unknown = toJS(evaluateSync(tree, { dataset: [...all] }));
            const request = { query, params, view: drafts };
            const found = await runQuery(source, request, context);
            expect({ query, q, other, found }).toEqual({ query, q, other, found: expected });
            cases.add(Array.isArray(found) && found.length > 1 ? "several" : "one or none");
          }
        } finally {
          database.close();
        }
      }),
      isLong ? { numRuns: 5_000 } : { numRuns: 150, seed: 20_261_129 },
    );
    cases.expectShares({ several: 0.3 });
  },
  isLong ? 3_600_000 : 120_000,
);
