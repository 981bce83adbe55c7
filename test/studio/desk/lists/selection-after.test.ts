import { expect, test } from "vitest";
import { selectionAfter } from "../../../../studio/desk/lists/selection-after.ts";

const ids = ["a", "b", "c", "d"];
const select = (id: string, selected: readonly string[], from?: string): string[] => [
  ...selectionAfter({ ids, selected: new Set(selected), id, from }),
];

test("selectionAfter() selects a row, or no longer, and with Shift all between two, either way", () => {
  expect(select("b", ["a"])).toEqual(["a", "b"]);
  expect(select("b", ["a", "b"])).toEqual(["a"]);
  expect(select("c", ["a"], "a")).toEqual(["a", "b", "c"]);
  expect(select("b", [], "d")).toEqual(["b", "c", "d"]);
  expect(select("b", [], "elsewhere")).toEqual(["b"]);
});
