import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery } from "../../../../lake/query/parse/parse-query.ts";
import { rememberedQuery } from "../../../../lake/query/parse/remembered-query.ts";
import { articleBySlug, articlesBySource, latestArticles } from "../../../../queries/index.ts";

/** What parsing gives: a tree, or the words and the place of a refusal. */
function outcomeOf(parse: typeof rememberedQuery, ...asked: Parameters<typeof rememberedQuery>): unknown {
  try {
    return { tree: parse(...asked) };
  } catch (error) {
    return { refusal: Object(error).body };
  }
}

const queries = [
  ...[articleBySlug.groq, articlesBySource.older.groq, latestArticles.newer.groq],
  "*[_id == $a][0]",
  "*[a in $a || b match $b]{c, 'd': $a} | order(c)[$a...$b]",
  "*[a == $a][$b]",
  "*[$a]",
  "a[$a + $b]",
  "a[($b)]",
  "a[-$a]",
  "*[count(b[@ > $a]) > 0][-1]",
  "*[_id in *[a == $a]._ref]{'of': *[_id == ^.a && b == $b]}",
  "fn my::same($a) = $a{b}; my::same(*[_id == $b])",
  "*[a == $missing]",
  "*[a == $a",
  "diff::changedAny($a, $b, c)",
  "'fn' == $a",
];

const anyValue = fc.oneof(
  ...[fc.integer({ min: -3, max: 9 }), fc.string(), fc.constantFrom(null, true, false, 0.5, "a", "name")],
  ...[fc.array(fc.integer()), fc.dictionary(fc.string(), fc.integer(), { noNullPrototype: true })],
);
const anyParams = fc.record({ a: anyValue, b: anyValue }, { requiredKeys: ["a"], noNullPrototype: true });

describe("rememberedQuery()", () => {
  it("gives what parsing the query anew gives, whatever it was asked with before", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...queries), anyParams, fc.constantFrom("alone", "at-once")), {
          minLength: 20,
          maxLength: 20,
        }),
        (asked) => {
          for (const each of asked)
            expect(outcomeOf(rememberedQuery, ...each)).toEqual(outcomeOf(parseQuery, ...each));
        },
      ),
      { seed: 20_261_129 },
    );
  });

  it("has the same parts again, but for the values of parameters", () => {
    const [first, second] = ["x", "y"].map((a) =>
      rememberedQuery("*[_id == $a]{'name': a->b}", { a }, "alone"),
    );
    expect(second).not.toEqual(first);
    expect(Object(second).expr).toBe(Object(first).expr);
  });

  it("forgets what others have been asked for since", () => {
    const parts = (): unknown => Object(rememberedQuery("*[a == $a]{b}", { a: "x" }, "alone")).expr;
    const before = parts();
    for (let other = 0; other < 100; other += 1) rememberedQuery(`*[a == ${other}]{b}`, {}, "alone");
    expect(parts()).not.toBe(before);
  });
});
