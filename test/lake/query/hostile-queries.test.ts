import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openServices, type OpenServices } from "../../../lake/open-services.ts";
import { runQuery } from "../../../lake/query/run-query.ts";

let lake: OpenServices;
beforeAll(() => {
  lake = openServices({ dataFolder: ":memory:" });
  const numbers = [0, 1, 2, 3, 4, 5];
  const refs = numbers.map((number) => ({ _key: `k${number}`, _ref: `d${number}`, _weak: true }));
  const mutations = numbers.map((n) => ({
    create: { _id: `d${n}`, _type: "x", n, title: "a".repeat(300), ref: refs[(n + 1) % 6], refs },
  }));
  lake.dataset("production").commit({ author: "me", mutations });
});
afterAll(() => lake.close());

const repeated = (before: string, middle: string, after: string, times: number): string =>
  before.repeat(times) + middle + after.repeat(times);
const many = (count: number, piece: (index: number) => string, between: string): string =>
  Array.from({ length: count }, (_, index) => piece(index)).join(between);
const ring = Array.from({ length: 4_000 }, (_, at) => [
  Math.cos((at * Math.PI) / 2_000),
  Math.sin((at * Math.PI) / 2_000),
]);
const circle = { type: "Polygon", coordinates: [[...ring, ring[0]]] };
const zigzag = (shift: number) => ({
  type: "LineString",
  coordinates: Array.from({ length: 10_000 }, (_, at) => [(at % 100) + shift, at + shift]),
});

/** Queries that anybody can send, of which each takes a planless engine minutes or for ever. */
const answered: readonly [name: string, query: string, params?: object][] = [
  ["queries in queries", `count(*${repeated("[_id in *", "", "._id]", 8)})`],
  ["a pattern of 300 asterisks", `*[title match "${"*a".repeat(300)}b"]`],
  ["a path of 150 double asterisks", `*[_id in path("${"**.".repeat(150)}x")]`],
  ["a chain of references", `*[0]${".ref->".repeat(120)}_id`],
  ["projected references in each other", `*{${repeated("ref->{_id, ", "_id", "}", 100)}}`],
  ["every reference of every reference", `count(*${"[].refs[]->".repeat(8)}._id)`],
  ["projections of everything in each other", `count(*{${repeated("'a': *{", "_id", "}", 5)}})`],
  ["joins in each other", `length(${repeated("array::join([", '"a"', ',"b"],"c")', 100)})`],
  ["a slice of a thousand million", "count(*[0...1000000000])"],
  ["a slice behind everything", "*|order(title, n)[999999999...1000000000]"],
  ["a range of everything", "5 in 0..1e300"],
  ["a thousand patterns", `*[${many(1_000, (index) => `title match "a${index}*"`, "||")}]._id`],
  ["three thousand orders", `*|order(${many(3_000, (index) => `a${index}`, ",")})[0]._id`],
  ["a hundred orders behind each other", `count(*${"|order(n)".repeat(100)})`],
  ["a hundred filters that ask everything", `count(*${"[_id in *[n>=0]._id]".repeat(100)})`],
  ["a thousand scores", `count(*|score(${many(1_000, (index) => `title match "a${index}*"`, ",")}))`],
  ["a search for 20,000 quotes", "*[title match text::query($q)]", { q: '-"'.repeat(20_000) }],
  ["a date of a million digits", "dateTime($q)", { q: "2".repeat(1_000_000) }],
  [
    "50,000 references",
    "*[references($q)]",
    { q: Array.from({ length: 50_000 }, (_, index) => `x${index}`) },
  ],
  ["a long comment", `// ${"x".repeat(3_000_000)}\n1`],
  ["a long text", `length("${"x".repeat(3_000_000)}")`],
  ["an area of 4,000 corners in itself", "geo::contains($a, $a)", { a: circle }],
  ["two long lines beside each other", "geo::intersects($a, $b)", { a: zigzag(0), b: zigzag(0.3) }],
];

const refused: readonly (readonly [string, string])[] = [
  ["20,000 terms", `*[${many(20_000, (index) => `n == ${index}`, "||")}]`],
  ["200,000 literals", `[${many(200_000, String, ",")}]`],
  ["a path of 100,000 steps", `a${".b".repeat(100_000)}`],
  ["300,000 brackets", "[".repeat(300_000)],
  ["100,000 quotes", `'"`.repeat(50_000)],
  ["100,000 escapes without an end", `"${"\\u{".repeat(100_000)}"`],
  [
    "functions that double each other",
    `${many(30, (at) => `fn a::f${at}($x) = $x{"a": a::f${at + 1}(@), "b": a::f${at + 1}(@)};`, "")} fn a::f30($x) = $x{n}; a::f0({})`,
  ],
  ["functions that call themselves", 'fn a::f($x) = $x{"a": a::f(@)}; a::f({})'],
];

describe("no query hangs", () => {
  const ask = (query: string, params = {}): Promise<unknown> =>
    runQuery(
      lake.dataset("production"),
      { query, params, view: {} },
      { identity: "me", now: new Date("2026-11-28T10:00:00Z"), projectId: "copydesk", dataset: "production" },
    );

  it.each(answered.map(([name, query, params]) => ({ name, query, params })))(
    "that asks for $name",
    async ({ query, params }) => {
      expect(await ask(query, params)).not.toBeUndefined();
    },
  );

  it.each(refused)("that has %s, and it is refused", async (_, query) => {
    await expect(ask(query)).rejects.toMatchObject({ status: 400 });
  });
});
