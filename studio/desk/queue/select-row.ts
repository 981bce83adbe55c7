import type { Queue } from "./queue-context.ts";
import type { QueueRow } from "./queue-row.ts";

/** Selects a row, or no longer; with Shift, all from the cursor to it. */
export function selectRow(
  { list, selected, select, current, pointAt }: Queue,
  row: QueueRow,
  event: Event,
): void {
  const isRange = event instanceof MouseEvent && event.shiftKey;
  const from = list.rows.findIndex(({ recordId }) => recordId === current?.recordId);
  const to = list.rows.indexOf(row);
  if (isRange && from !== -1 && to !== -1) {
    const range = list.rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    select(selected.union(new Set(range.map(({ recordId }) => recordId))));
  } else {
    select(selected.symmetricDifference(new Set([row.recordId])));
  }
  pointAt(row);
}
