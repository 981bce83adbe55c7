/** A pane's child is addressed by one string, and a document needs its type too. */

export interface RowTarget {
  readonly type: string;
  readonly id: string;
}

const separator = "~";

export const toRowId = ({ type, id }: RowTarget): string => type + separator + id;

/** Reads what {@link toRowId} made. Type names have no `~`; an id may. */
export function parseRowId(rowId: string): RowTarget {
  const at = rowId.indexOf(separator);
  return { type: rowId.slice(0, at), id: rowId.slice(at + 1) };
}
