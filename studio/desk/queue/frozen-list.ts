import type { QueueRow } from "./queue-row.ts";

/**
 * The rows of a queue in the order in which they came. While somebody works, nothing moves: what has left the queue stays in its
 * place and says so, and what has come since waits to be shown.
 */
export interface FrozenList {
  readonly rows: readonly QueueRow[];
  /** Ids of the records that no longer belong in the queue. */
  readonly gone: ReadonlySet<string>;
  /** The last row as it was when it came, from which the next ones are asked for. */
  readonly end: QueueRow | undefined;
  /** Ids of the records that belong above the end, and have come since. */
  readonly newcomers: ReadonlySet<string>;
  /** Whether the last row is the last of the queue. */
  readonly isComplete: boolean;
}

export const emptyList: FrozenList = {
  rows: [],
  end: undefined,
  gone: new Set(),
  newcomers: new Set(),
  isComplete: false,
};

/** A list with its next rows. Pure. */
export function withPage(list: FrozenList, page: readonly QueueRow[], pageSize: number): FrozenList {
  const known = new Set(list.rows.map(({ recordId }) => recordId));
  const fresh = page.filter(({ recordId }) => !known.has(recordId));
  const arrived = new Set(fresh.map(({ recordId }) => recordId));
  return {
    ...list,
    rows: [...list.rows, ...fresh],
    end: page.at(-1) ?? list.end,
    newcomers: list.newcomers.difference(arrived),
    isComplete: page.length < pageSize,
  };
}

/** What has become of some records. */
export interface ChangedRows {
  readonly recordIds: readonly string[];
  /** Those that are still there, as they are now. */
  readonly rows: readonly QueueRow[];
  /** Ids of those that belong in the queue. */
  readonly within: readonly string[];
}

/** A list in which some rows are other ones now; each stays where it is. Pure. */
export function withChanged(list: FrozenList, { recordIds, rows, within }: ChangedRows): FrozenList {
  const now = new Map(rows.map((row) => [row.recordId, row]));
  const changed = new Set(recordIds);
  const belongs = new Set(within);
  const listed = new Set(list.rows.map(({ recordId }) => recordId));
  const isAbove = (id: string): boolean => {
    const row = now.get(id);
    return row !== undefined && (list.isComplete || list.end === undefined || compareRows(row, list.end) < 0);
  };
  const came = within.filter((id) => !listed.has(id) && isAbove(id));
  return {
    ...list,
    rows: list.rows.map((row) => now.get(row.recordId) ?? row),
    gone: list.gone.union(changed.intersection(listed)).difference(belongs),
    newcomers: list.newcomers.difference(changed).union(new Set(came)),
  };
}

/** Which of two rows stands above in the queue, as the query orders them: a negative number for the first. Pure. */
function compareRows(a: QueueRow, b: QueueRow): number {
  return (
    a.review.gravity - b.review.gravity ||
    compareTexts(b.importedAt, a.importedAt) ||
    compareTexts(a.recordId, b.recordId)
  );
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
