import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openServices, type OpenServices } from "../../../lake/open-services.ts";
import { listenerFilter } from "../../../lake/query/listener-filter.ts";
import { runQuery } from "../../../lake/query/run-query.ts";

const names = ["hasOwnProperty", "__proto__", "constructor", "toString", "valueOf", "toJSON", "then"];

/** As JSON from a client has it: an object with a field of each name. */
const withMethods = (id: string, value: unknown): Record<string, unknown> =>
  JSON.parse(
    `{"_id": "${id}", "_type": "odd", "title": "foo ${id}", ${names.map((name) => `"${name}": ${JSON.stringify(value)}`).join(", ")}}`,
  );

let lake: OpenServices;
beforeAll(() => {
  lake = openServices({ dataFolder: ":memory:" });
  const plain = { _id: "c", _type: "odd", title: "foo c" };
  lake.dataset("production").commit({
    author: "me",
    mutations: [withMethods("a", "x"), withMethods("b", { hasOwnProperty: 1, n: 2 }), plain].map(
      (create) => ({
        create,
      }),
    ),
  });
});
afterAll(() => lake.close());

describe("a document with fields named like methods of every object", () => {
  it.each([
    ['*[_type == "odd" && defined(title)]._id', ["a", "b", "c"]],
    ['*[hasOwnProperty == "x"]._id', ["a"]],
    ["*[hasOwnProperty.n == 2]._id", ["b"]],
    [
      '*[_id in ["a", "c"]]{"has": hasOwnProperty, "con": constructor, "str": toString}[0]',
      { has: "x", con: "x", str: "x" },
    ],
    [
      '*[_id == "c"]{"has": hasOwnProperty, "con": constructor, "str": toString}[0]',
      { has: null, con: null, str: null },
    ],
    ["*[]|order(title desc)[0...2]._id", ["c", "b"]],
    ['*[]|score(title match "a", boost(hasOwnProperty == "x", 2))[_score > 0][0...2]._id', ["a"]],
    ['*[title match "foo"]{"same": count(*[title == ^.title])}[0].same', 1],
    ["*[_id in *[defined(hasOwnProperty)]._id]._id", ["a", "b"]],
    ["count(*[length(title) > 0])", 3],
    ['*[_id == "b"]{"given": hasOwnProperty}.given.n', [2]],
  ])("is found by %s", async (query, expected) => {
    const context = { identity: "me", now: new Date(0), projectId: "copydesk", dataset: "production" };
    const found = await runQuery(lake.dataset("production"), { query, params: {}, view: {} }, context);
    expect(found).toEqual(expected);
  });

  it("is told to those who listen for it", () => {
    const { accepts } = listenerFilter('*[title match "foo" && hasOwnProperty == "x"]', {}, "me");
    const [a, b] = lake.dataset("production").documents(["a", "b"]);
    expect([a && accepts(a), b && accepts(b)]).toEqual([true, false]);
  });
});
