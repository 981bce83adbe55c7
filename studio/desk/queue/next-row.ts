import type { FrozenList } from "../lists/frozen-list.ts";
import type { QueueRow } from "./queue-row.ts";

/** Who looks, and what others have before them. */
interface Around {
  readonly me: string;
  /** Ids of the articles that others have open. */
  readonly openElsewhere: ReadonlySet<string>;
}

/**
 * The row to work on next: the first below that still belongs in the queue and that nobody else has, or else the first above.
 * So two people who work one queue down do not meet. Pure.
 *
 * @param from Article that one comes from; the row may be that of no other article.
 */
export function nextRow(
  list: FrozenList<QueueRow>,
  from: string | undefined,
  around: Around,
): QueueRow | undefined {
  const at = list.rows.findIndex(({ articleId }) => articleId === from);
  const candidates = [...list.rows.slice(at + 1), ...list.rows.slice(0, Math.max(at, 0))];
  return candidates.find(
    (row) =>
      !list.gone.has(row.recordId) &&
      (row.review.assignee === undefined || row.review.assignee === around.me) &&
      !around.openElsewhere.has(row.articleId),
  );
}

/** The row that stands some rows below another, or above; the first if that one is not listed. Pure. */
export function neighbour(
  list: FrozenList<QueueRow>,
  of: string | undefined,
  steps: 1 | -1,
): QueueRow | undefined {
  const at = list.rows.findIndex(({ articleId }) => articleId === of);
  return at === -1 ? list.rows[0] : list.rows[at + steps];
}
