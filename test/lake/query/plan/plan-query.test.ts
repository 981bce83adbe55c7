import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DocumentSource, View } from "../../../../lake/core/dataset.ts";
import { openServices, type OpenServices } from "../../../../lake/open-services.ts";
import { runQuery } from "../../../../lake/query/run-query.ts";

let lake: OpenServices;
let source: DocumentSource;
/** What the store was asked for, in turn. */
let asked: string[];

beforeEach(() => {
  lake = openServices({ dataFolder: ":memory:" });
  const dataset = lake.dataset("production");
  const sources = ["s1", "s2"].map((_id) => ({ _id, _type: "source", name: `name of ${_id}` }));
  const articles = Array.from({ length: 40 }, (_, number) => ({
    ...{ _id: `a${number}`, _type: "article", number, source: { _ref: number % 4 === 0 ? "s1" : "s2" } },
    ...{ publishedAt: `2026-11-${10 + (number % 10)}T00:00:00Z`, gone: { _ref: "nobody", _weak: true } },
  }));
  dataset.commit({
    author: "me",
    mutations: [...sources, ...articles].map((create) => ({ create })),
  });
  const { exactly } = dataset;
  if (!exactly) throw new Error("a dataset can tell exactly");
  asked = [];
  source = {
    ...dataset,
    select(condition, view, fields) {
      asked.push(`select ${condition.kind}`);
      return dataset.select(condition, view, fields);
    },
    exactly: {
      ...exactly,
      page(page) {
        asked.push(`page ${page.condition.kind}`);
        return exactly.page(page);
      },
      count(condition, view) {
        asked.push(`count ${condition.kind}`);
        return exactly.count(condition, view);
      },
    },
  };
});
afterEach(() => lake.close());

function run(query: string, params = {}, view: View = { layers: ["drafts", ""] }): Promise<unknown> {
  const now = new Date("2026-11-16T12:00:00Z");
  const context = { identity: "me", now, projectId: "copydesk", dataset: "production" };
  return runQuery(source, { query, params, view }, context);
}

describe("planQuery()", () => {
  it("counts what refers to each row by an index", async () => {
    const query =
      '*[_type == "source"] | order(_id){_id, "n": count(*[_type == "article" && references(^._id)])}';
    expect(await run(query)).toEqual([
      { _id: "s1", n: 10 },
      { _id: "s2", n: 30 },
    ]);
    expect(asked).toEqual(["page type", "count and", "count and"]);
  });

  it("asks once what many rows ask alike", async () => {
    const query = '*[_type == "article"]{"of": *[_id == ^.source._ref][0].name}';
    expect(await run(query)).toHaveLength(40);
    expect(asked).toEqual(["page type", "page id", "page id"]);
  });

  it("looks two values back from within a list", async () => {
    const query = `*[_id == "s1"]{"of": *[_type == "article" && source._ref == ^._id] | order(number)[0...2]{
      number, "others": count(*[_type == "article" && source._ref == ^.^._id && number > ^.number])
    }}`;
    expect(await run(query)).toEqual([
      {
        of: [
          { number: 0, others: 9 },
          { number: 4, others: 8 },
        ],
      },
    ]);
    expect(asked.filter((each) => each.startsWith("select"))).toEqual([]);
  });

  it("reads what a page refers to by one statement, and what is not there no second time", async () => {
    const query = '*[_type == "article"] | order(number)[0...20]{"of": source->name, "gone": gone->name}';
    const [first, second] = [
      { of: "name of s1", gone: null },
      { of: "name of s2", gone: null },
    ];
    expect(await run(query)).toEqual(Array.from({ length: 20 }, (_, at) => (at % 4 === 0 ? first : second)));
    expect(asked).toEqual(["page type", "select id"]);
  });

  it.each([
    ["dateTime(publishedAt) > dateTime(now()) - 3600*24", 16],
    ["dateTime(publishedAt) >= dateTime(now()) - 3600*24", 16],
    ["dateTime(publishedAt) < dateTime(now()) - 3600*24*5", 8],
    ["publishedAt > now()", 12],
    ["publishedAt > $since", 16],
    ['string::startsWith(publishedAt, "2026-11-1")', 40],
    ['source._ref == lower("S1")', 10],
    ['source._ref in [lower("S1"), dateTime("2026-11-16T00:00:00Z")]', 10],
    ["number < math::sum([1, 2])", 3],
  ])("has the store count what meets %s", async (filter, number) => {
    expect(await run(`count(*[_type == "article" && ${filter}])`, { since: "2026-11-16" })).toBe(number);
    expect(asked).toEqual(["count and"]);
  });

  it("works out what a query compares with as the lake does, and not as groq-js would", async () => {
    const flagged = { create: { _id: "f", _type: "flagged", isNew: true, number: 1 } };
    lake.dataset("production").commit({ author: "me", mutations: [flagged] });
    expect(await run('*[isNew == ("Straße" match "strasse")]._id')).toEqual(["f"]);
    expect(await run("*[isNew && number == count(array::unique([null, null]))]._id")).toEqual(["f"]);
    const asterisks = `"${"a".repeat(60)}" match "${"*a".repeat(30)}*b"`;
    expect(await run(`*[isNew == (${asterisks})]`)).toEqual([]);
  });
});
