import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { View } from "../../../lake/core/dataset.ts";
import { idInLayer } from "../../../lake/core/document-id.ts";
import { runQuery } from "../../../lake/query/run-query.ts";
import { commit, context, expectPlain, lakeWithIndexes } from "../support/plain-answers.ts";
import { CaseCount } from "../../support/case-count.ts";
import { isLong } from "../../support/is-long.ts";

const mixed = [
  0,
  -1,
  2,
  10,
  1e21,
  "",
  "a",
  "ab",
  "a\0",
  "\uff21",
  "\u{1f600}",
  "\u{10ffff}z",
  true,
  false,
  null,
];
/** Few values for many documents, so that most of them have the same. */
const few = fc
  .subarray(mixed, { minLength: 1, maxLength: 4 })
  .chain((values) => fc.constantFrom(...values, ["list"]));
const field = fc.constantFrom("n", "deep.m", "t");
const documents = fc.uniqueArray(
  fc.record(
    {
      _id: fc
        .tuple(fc.nat(60), fc.constantFrom("", "", "drafts", "versions.r1"))
        .map(([number, layer]) => idInLayer(`d${number}`, layer)),
      _type: fc.constantFrom("story", "story", "story", "other"),
      n: fc.constantFrom(1, 2, 3),
      deep: fc.record({ m: fc.constantFrom("2026-11-01", "2026-11-02") }, { requiredKeys: [] }),
      t: few,
    },
    { requiredKeys: ["_id", "_type"] },
  ),
  { selector: ({ _id }) => _id, minLength: 20, maxLength: 60, size: "max" },
);
const view = fc.constantFrom<View>(
  {},
  { withoutVersions: true },
  { layers: [""] },
  { layers: ["drafts", ""] },
  { layers: ["versions.r1", "drafts", ""] },
);

const direction = fc.constantFrom("", " asc", " desc");
const by = fc.uniqueArray(field, { minLength: 1, maxLength: 3 });
const last = fc.constantFrom("", "", ", _id", ", _id asc, n", ", _id desc", ", _updatedAt desc");
const orderBy = (fields: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.tuple(...fields.map((each) => direction.map((way) => each + way))), last)
    .map(([keys, more]) => `order(${keys.join(", ")}${more})`);

/** Mostly values that there are. */
const valuesOf: Readonly<Record<string, readonly unknown[]>> = {
  n: [1, 1, 2, 2, 3, "a"],
  "deep.m": ["2026-11-01", "2026-11-02", "2026"],
  t: mixed.slice(0, -1),
};
const literalOf = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(...(valuesOf[name] ?? [])).map((each) => JSON.stringify(each));
const operator = fc.constantFrom("==", "==", "<", "<=", ">", ">=", "!=");
const comparedOf = (name: string): fc.Arbitrary<string> =>
  fc.tuple(operator, literalOf(name)).map(([op, value]) => `${name} ${op} ${value}`);
/** What comes behind some row, as whoever reads page by page asks. */
function behind([a = "n", b = a]: readonly string[]): fc.Arbitrary<string> {
  const way = fc.constantFrom("<", ">");
  return fc
    .tuple(way, way, literalOf(a), literalOf(b), fc.nat(60))
    .map(
      ([wayA, wayB, first, second, id]) =>
        `(${a} ${wayA} ${first} || (${a} == ${first} && (${b} ${wayB} ${second} || (${b} == ${second} && _id > "d${id}"))))`,
    );
}
function conditionOn(fields: readonly string[]): fc.Arbitrary<string> {
  const compared = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...fields).chain(comparedOf) },
    field.chain(comparedOf),
    fc.tuple(operator, fc.nat(60)).map(([op, number]) => `_id ${op} "d${number}"`),
  );
  return fc.oneof(
    fc.constant(""),
    { weight: 4, arbitrary: compared.map((each) => ` && ${each}`) },
    { weight: 4, arbitrary: behind(fields).map((each) => ` && ${each}`) },
    fc.tuple(compared, behind(fields)).map((both) => ` && ${both.join(" && ")}`),
    fc.tuple(compared, compared, compared).map(([a, b, c]) => ` && (${a} || (${b} && ${c}))`),
    compared.map((each) => ` && !(${each})`),
    compared.map((each) => ` && ${each} && count(*[_type == "other" && n == ^.n]) > 0`),
  );
}
const slice = fc.constantFrom(
  "[0...5]",
  "[5...10]",
  "[20...30]",
  "[0]",
  "[12]",
  "[0...500]",
  "[40...50]",
  "",
);
const query = by
  .chain((fields) => fc.tuple(conditionOn(fields), orderBy(fields), slice))
  .map(([where, order, some]) => `*[_type == "story"${where}] | ${order}${some}`);

const rows = z.array(z.object({ _id: z.string(), n: z.number(), t: z.string() }));
type Row = z.infer<typeof rows>[number];

describe("documents that share what they are put in order by", () => {
  it(
    "come in the order in which they do without an index",
    async () => {
      const cases = new CaseCount();
      await fc.assert(
        fc.asyncProperty(
          documents,
          fc.array(fc.tuple(query, view), { minLength: 6, maxLength: 6 }),
          fc.constantFrom(2, 2, 10, 1_000),
          async (contents, asked, many) => {
            const { dataset, workAll, close } = lakeWithIndexes("few", many);
            try {
              const [some, others] = [contents.slice(0, 15), contents.slice(15)];
              commit(dataset, some);
              for (const [text, seen] of [...asked, ...asked]) {
                await runQuery(dataset, { query: text, params: {}, view: seen }, context);
              }
              workAll();
              commit(dataset, [...others, ...some.slice(0, 5).map((each) => ({ ...each, n: 2, t: "a" }))]);
              for (const found of await expectPlain(dataset, asked)) {
                cases.add(Array.isArray(found) && found.length > 1 ? "several" : "fewer");
              }
            } finally {
              close();
            }
          },
        ),
        isLong ? { numRuns: 2_500 } : { numRuns: 120, seed: 20_261_129 },
      );
      cases.expectShares({ several: 0.2, fewer: 0.1 });
    },
    isLong ? 3_600_000 : 120_000,
  );

  it("are all on the pages that begin behind the last row of the one before, and none of them twice", async () => {
    const { dataset, workAll, close } = lakeWithIndexes("few", 10);
    try {
      commit(
        dataset,
        Array.from({ length: 90 }, (_, number) => ({
          ...{ _id: `d${number}`, _type: "story", n: number % 3, t: number % 30 < 20 ? "same" : "other" },
        })),
      );
      const order = "order(n asc, t desc, _id asc)";
      const read = async (where: string, params = {}, to = 7): Promise<readonly Row[]> => {
        const text = `*[_type == "story" && n < 2${where}] | ${order} [0...${to}]{_id, n, t}`;
        const found = await runQuery(
          dataset,
          { query: text, params, view: { layers: ["drafts", ""] } },
          context,
        );
        return rows.parse(found);
      };
      const after = " && (n > $n || (n == $n && (t < $t || (t == $t && _id > $_id))))";
      const pages: Row[] = [];
      for (let round = 0; round < 3; round += 1) {
        pages.length = 0;
        for (let page = await read(""); page.length > 0; page = await read(after, page.at(-1)))
          pages.push(...page);
        workAll();
      }
      expect(pages).toEqual(await read("", {}, 1_000));
      expect(pages.length).toBe(60);
    } finally {
      close();
    }
  });
});
