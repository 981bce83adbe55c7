import { isWithShift, selectionAfter } from "../lists/selection-after.ts";
import type { Queue } from "./queue-context.ts";
import type { QueueRow } from "./queue-row.ts";

/** Selects a row, or no longer; with Shift, all from the cursor to it. */
export function selectRow(
  { list, selected, select, current, pointAt }: Queue,
  row: QueueRow,
  event: Event,
): void {
  const ids = list.rows.map(({ recordId }) => recordId);
  const from = isWithShift(event) ? current?.recordId : undefined;
  select(selectionAfter({ ids, selected, id: row.recordId, from }));
  pointAt(row);
}
