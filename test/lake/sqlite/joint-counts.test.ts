import { afterEach, beforeEach, expect, it } from "vitest";
import type { Condition, View } from "../../../lake/core/dataset.ts";
import { commit, expectPlain, lakeWithIndexes, type LakeWithIndexes } from "../support/plain-answers.ts";

const drafts: View = { layers: ["drafts", ""] };

let lake: LakeWithIndexes;
beforeEach(() => {
  lake = lakeWithIndexes("few", 1_000);
  commit(
    lake.dataset,
    [1, 2, 2, 3, 3, 3].map((n, place) => ({ _id: `d${place}`, _type: n === 1 ? "other" : "story", n })),
  );
});
afterEach(() => lake.close());

const storiesWith = (op: "<" | ">", value: number, type = "story"): Condition => ({
  kind: "and",
  of: [
    { kind: "type", values: [type] },
    { kind: "compared", path: ["n"], op, value },
  ],
});
const numbers = (...conditions: readonly Condition[]): readonly (number | undefined)[] => {
  const found = lake.dataset.exactly?.countTogether(conditions, drafts);
  return conditions.map((condition) => found?.get(condition));
};

it("counts for several conditions with one look at the documents of a type, as long as there is no index", () => {
  const asked = [storiesWith(">", 2), storiesWith("<", 3), storiesWith("<", 2)];
  expect(numbers(...asked)).toEqual([3, 2, 0]);
  lake.workAll();
  expect(numbers(...asked)).toEqual([undefined, undefined, undefined]);
});

it("leaves alone what has no other to be counted with", () => {
  expect(numbers(storiesWith(">", 2))).toEqual([undefined]);
  expect(numbers(storiesWith(">", 2), storiesWith("<", 2, "other"))).toEqual([undefined, undefined]);
  expect(numbers(storiesWith(">", 2), { kind: "type", values: ["story"] })).toEqual([undefined, undefined]);
});

it("tells the counts of a query, whatever else is counted there", async () => {
  const count = (where: string): string => `count(*[_type == "story" && ${where}])`;
  const query = `{"a": ${count("n > 2")}, "b": ${count("n < 3 && m == null")}, "c": ${count("_id > 'd2'")}, "d": count(*[n == 1]), "e": ${count("n == 9")} + 1}`;
  expect(await expectPlain(lake.dataset, [[query, drafts]])).toEqual([{ a: 3, b: 2, c: 3, d: 1, e: 1 }]);
});
