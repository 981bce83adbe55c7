import type { TableResult } from "../table-fragment.ts";

type Row = TableResult["rows"][number];

/** What a table shows. */
export interface TableContent {
  readonly caption: string | null;
  /** The row that names the columns, if there is one. */
  readonly head: Row | undefined;
  readonly rows: readonly Row[];
}

/** What a table shows, without rows that an editor has left empty. Undefined if it has no cells. */
export function tableContent({ caption, hasHeaderRow, rows }: TableResult): TableContent | undefined {
  const filled = rows.filter(({ cells }) => cells.length > 0);
  if (filled.length === 0) return undefined;
  const [first, ...others] = filled;
  return hasHeaderRow ? { caption, head: first, rows: others } : { caption, head: undefined, rows: filled };
}
