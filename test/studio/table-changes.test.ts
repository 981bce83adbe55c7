import { expect, test } from "vitest";
import {
  readRows,
  withCell,
  withColumn,
  withRow,
  withoutColumn,
  withoutRow,
} from "../../studio/tables/table-changes.ts";

const row = (_key: string, ...cells: string[]) => ({ _type: "tableRow" as const, _key, cells });
const rows = [row("a", "Day", "Hours"), row("b", "Mon", "9:00")];

test("readRows() fills rows up to one length, and reads what an editor has left empty", () => {
  expect(readRows([row("a", "Day", "Hours"), row("b", "Mon"), { _type: "tableRow", _key: "c" }])).toEqual([
    row("a", "Day", "Hours"),
    row("b", "Mon", ""),
    row("c", "", ""),
  ]);
  expect(readRows(undefined)).toEqual([]);
  expect(readRows("no rows")).toEqual([]);
});

test("a table's changes touch one cell, row or column, and keep every other key and text", () => {
  expect(withCell(rows, 1, 1, "10:00")).toEqual([row("a", "Day", "Hours"), row("b", "Mon", "10:00")]);
  expect(withRow(rows, "c")).toEqual([...rows, row("c", "", "")]);
  expect(withRow([], "c")).toEqual([row("c", "")]);
  expect(withColumn(rows)).toEqual([row("a", "Day", "Hours", ""), row("b", "Mon", "9:00", "")]);
  expect(withoutRow(rows, 0)).toEqual([row("b", "Mon", "9:00")]);
  expect(withoutColumn(rows, 0)).toEqual([row("a", "Hours"), row("b", "9:00")]);
});
