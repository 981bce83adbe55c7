interface Selecting {
  /** Ids of all rows, in their order. */
  readonly ids: readonly string[];
  readonly selected: ReadonlySet<string>;
  readonly id: string;
  /** With Shift: the row from which on all are selected. */
  readonly from: string | undefined;
}

/** The selection once a row is selected, or no longer; with Shift, all from another row to it. Pure. */
export function selectionAfter({ ids, selected, id, from }: Selecting): ReadonlySet<string> {
  const [start, end] = [from === undefined ? -1 : ids.indexOf(from), ids.indexOf(id)];
  if (start === -1 || end === -1) return selected.symmetricDifference(new Set([id]));
  return selected.union(new Set(ids.slice(Math.min(start, end), Math.max(start, end) + 1)));
}

/** Whether Shift was held when something was clicked. */
export const isWithShift = (event: Event): boolean => event instanceof MouseEvent && event.shiftKey;
