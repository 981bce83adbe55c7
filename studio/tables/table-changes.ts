import { z } from "zod";
import { tableRow, type TableRow } from "../../schemas/index.ts";

/** The rows of a table as an editor may have left them: without cells, or some shorter than others. */
const rowsOf = z.array(tableRow.extend({ cells: tableRow.shape.cells.catch([]) })).catch([]);

/** Reads a table's rows, filled up to one length. Pure, and never throws. */
export function readRows(value: unknown): TableRow[] {
  const rows = rowsOf.parse(value);
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return rows.map((row) => ({
    ...row,
    cells: [...row.cells, ...Array.from({ length: columns - row.cells.length }, () => "")],
  }));
}

/** The rows with another text in one cell. Pure, like the others below. */
export const withCell = (rows: readonly TableRow[], row: number, column: number, text: string): TableRow[] =>
  rows.map((one, at) => (at === row ? { ...one, cells: one.cells.with(column, text) } : one));

/** The rows with an empty one at the end. */
export const withRow = (rows: readonly TableRow[], _key: string): TableRow[] => [
  ...rows,
  { _type: "tableRow", _key, cells: (rows[0]?.cells ?? [""]).map(() => "") },
];

/** The rows with an empty column at the end. */
export const withColumn = (rows: readonly TableRow[]): TableRow[] =>
  rows.map((row) => ({ ...row, cells: [...row.cells, ""] }));

export const withoutRow = (rows: readonly TableRow[], row: number): TableRow[] => rows.toSpliced(row, 1);

export const withoutColumn = (rows: readonly TableRow[], column: number): TableRow[] =>
  rows.map((row) => ({ ...row, cells: row.cells.toSpliced(column, 1) }));
