import fc from "fast-check";
import { test } from "vitest";
import { runQuery } from "../../../lake/query/run-query.ts";
import type { Frequency } from "../../../lake/sqlite/words-sql.ts";
import { commit, context, expectPlain, lakeWithIndexes } from "../support/plain-answers.ts";
import { anyChanges, anyDataset, anyQuery, anyView, params, patchOf } from "../support/random-queries.ts";
import { CaseCount } from "../../support/case-count.ts";
import { isLong } from "../../support/is-long.ts";

const timeoutMs = isLong ? 3_600_000 : 120_000;

test(
  "a planned query gives what the same query gives over all documents",
  async () => {
    const cases = new CaseCount();
    await fc.assert(
      fc.asyncProperty(
        anyDataset,
        fc.array(fc.tuple(anyQuery, anyView), { minLength: 8, maxLength: 8 }),
        anyChanges,
        fc.constantFrom(0, 3, 1_000),
        fc.constantFrom<Frequency>("few", "many", "most"),
        fc.constantFrom(2, 5, 100),
        async (contents, asked, changes, indexed, frequency, many) => {
          const { dataset, words, workAll, close } = lakeWithIndexes(frequency, many);
          try {
            const [some, others] = [contents.slice(0, 5), contents.slice(5)];
            commit(dataset, some);
            // What is asked for again and again gets an index, which later writes keep right.
            await expectPlain(dataset, asked, params);
            for (const [text, view] of asked) {
              await runQuery(dataset, { query: text, params, view }, context);
            }
            workAll();
            commit(dataset, [...others, ...some.slice(0, 2).map((each) => ({ ...each, v: "x", w: 1 }))]);
            for (const { work, ...change } of changes) {
              words.work(work);
              const touched = contents[change.index % contents.length]?._id ?? "";
              const mutation =
                change.title === undefined ? { delete: { id: touched } } : patchOf(touched, change);
              // One that was deleted before.
              if (dataset.documents([touched]).length > 0) {
                dataset.commit({ author: "me", mutations: [mutation] });
              }
            }
            words.work(indexed);
            for (const found of await expectPlain(dataset, asked, params)) {
              cases.add(isSomething(found) ? "something" : "nothing");
            }
          } finally {
            close();
          }
        },
      ),
      isLong ? { numRuns: 2_500 } : { numRuns: 150, seed: 20_261_128 },
    );
    cases.expectShares({ something: 0.3, nothing: 0.1 });
  },
  timeoutMs,
);

function isSomething(found: unknown): boolean {
  if (Array.isArray(found)) return found.length > 0;
  return found !== null && found !== 0;
}
