import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Commit, Dataset, View } from "../../../lake/core/dataset.ts";
import { tagOf, tagsOfChange, type Dependency } from "../../../lake/core/sync-tags.ts";
import { beginQuery } from "../../../lake/query/run-query.ts";
import { commit, context, lakeWithIndexes } from "../support/plain-answers.ts";
import { anyChanges, anyDataset, anyQuery, anyView, params } from "../support/random-queries.ts";
import { CaseCount } from "../../support/case-count.ts";
import { isLong } from "../../support/is-long.ts";

interface Answer {
  readonly json: string;
  readonly dependencies: readonly Dependency[];
}

async function ask(dataset: Dataset, query: string, view: View): Promise<Answer> {
  const begun = beginQuery(dataset, { query, params, view }, context);
  return { json: JSON.stringify((await begun.result) ?? null), dependencies: begun.dependencies() };
}

describe("the tags of an answer", () => {
  const published: View = { layers: [""] };
  const of = async (query: string): Promise<readonly Dependency[]> => {
    const { dataset, close } = lakeWithIndexes("few", 5);
    try {
      commit(dataset, [
        { _id: "s", _type: "source", name: "Agency" },
        { _id: "a", _type: "article", source: { _ref: "s" }, title: "x" },
        { _id: "b", _type: "article", source: { _ref: "gone", _weak: true } },
      ]);
      return (await ask(dataset, query, published)).dependencies;
    } finally {
      close();
    }
  };
  const type = (value: string): Dependency => ({ kind: "type", value });
  const id = (value: string): Dependency => ({ kind: "id", value });
  const everything: Dependency = { kind: "everything" };

  test.each<[query: string, dependencies: readonly Dependency[]]>([
    ['*[_id == "a"][0]', [id("a")]],
    ['*[_id in ["a", "drafts.b"]]', [id("a"), id("b")]],
    ['*[_type == "article"] | order(title)[0...2]{title}', [type("article")]],
    ['*[_type in ["article", "source"] && defined(title)]', [type("article"), type("source")]],
    ['*[_type == "article" && references("s")]', [{ kind: "reference", value: "s" }]],
    // What a reference leads to, or would lead to.
    ['*[_type == "article"] | order(_id){"name": source->name}', [type("article"), id("s"), id("gone")]],
    ['*[_type == "source"]{"n": count(*[references(^._id)])}', [type("source"), everything]],
    [
      '*[_type == "source"]{"n": count(*[_type == "article" && references(^._id)])}',
      [type("source"), type("article")],
    ],
    // An index may know what the reference leads to without following it.
    ['*[_type == "article" && source->name == "Agency"]', [everything]],
    ['*[title == "x"]', [everything]],
    ["*", [everything]],
    ["1 + 1", []],
  ])("%s", async (query, expected) => {
    const isAll = expected.includes(everything);
    expect(await of(query)).toEqual(isAll ? [everything] : expected);
  });

  test("are the same in every lake, and look like those of hosted Sanity", () => {
    expect(tagOf({ kind: "type", value: "article" })).toBe("s1:HI_ggrmD");
  });
});

test(
  "an answer that a change has changed carries a tag of that change",
  async () => {
    const cases = new CaseCount();
    await fc.assert(
      fc.asyncProperty(
        anyDataset,
        fc.array(fc.tuple(anyQuery, anyView), { minLength: 8, maxLength: 8 }),
        anyChanges,
        async (contents, asked, changes) => {
          const { dataset, workAll, close } = lakeWithIndexes("few", 5);
          const commits: Commit[] = [];
          try {
            commit(dataset, contents);
            dataset.subscribe((each) => commits.push(each));
            for (const { index, ...change } of changes) {
              const before = await Promise.all(asked.map(([query, view]) => ask(dataset, query, view)));
              const touched = contents[index % contents.length]?._id ?? "";
              const isThere = dataset.documents([touched]).length > 0;
              const deletion = { delete: { id: touched } };
              const revival = { create: { _id: touched, _type: "article", v: 1 } };
              const { title, body } = change;
              const set = { title, body, v: title, w: index % 3, source: { _ref: "b", _weak: true } };
              const edit = title === undefined ? deletion : { patch: { id: touched, set } };
              dataset.commit({ author: "me", mutations: [isThere ? edit : revival] });
              workAll();
              const tags = new Set(
                commits.splice(0).flatMap((each) => each.changes.flatMap((one) => [...tagsOfChange(one)])),
              );
              for (const [place, [query, view]] of asked.entries()) {
                const old = before[place];
                const now = await ask(dataset, query, view);
                if (old === undefined) continue;
                const isTold = old.dependencies.some((each) => tags.has(tagOf(each)));
                const isOther = old.json !== now.json;
                cases.add(isOther ? "changed" : isTold ? "told for nothing" : "left alone");
                expect({ query, view, isTold }).toEqual({ query, view, isTold: isTold || isOther });
              }
            }
          } finally {
            close();
          }
        },
      ),
      isLong ? { numRuns: 3_000 } : { numRuns: 150, seed: 20_261_129 },
    );
    cases.expectShares({ changed: 0.05, "left alone": 0.1 });
  },
  isLong ? 3_600_000 : 120_000,
);
