import type { HistoryLimit } from "../core/history-limit.ts";
import type { Statements } from "./statements.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** The first transaction of a dataset of which the changes are kept; 0 where nothing was thinned out. */
export function historyStart(statements: Statements, dataset: string): number {
  return Number(
    statements.get("SELECT sequence FROM history_starts WHERE dataset = ?", dataset)?.["sequence"] ?? 0,
  );
}

/**
 * Takes away what happened in a dataset before a limit: everything before one transaction, so that no transaction is kept
 * in part. The documents are as they were; what they once said is gone.
 *
 * That a transaction was carried out is remembered for another day, so that a client which asks again is not answered by
 * doing it twice.
 *
 * @returns How many changes of documents went.
 */
export function thinHistory(statements: Statements, dataset: string, limit: HistoryLimit, now: Date): number {
  const start = startOf(statements, dataset, limit, now);
  if (start <= historyStart(statements, dataset)) return 0;
  return statements.atomically(() => {
    const { changes } = statements.run(
      // SQLite keeps the order of a CROSS JOIN: this looks at no more than what goes.
      `DELETE FROM changes WHERE rowid IN (
         SELECT c.rowid FROM transactions t CROSS JOIN json_each(t.results) r CROSS JOIN changes c
           ON c.dataset = t.dataset AND c.document = r.value ->> 'id' AND c.sequence = t.sequence
         WHERE t.dataset = ? AND t.sequence < ?)`,
      dataset,
      start,
    );
    statements.run(
      "DELETE FROM transactions WHERE dataset = ? AND sequence < ? AND timestamp < ?",
      ...[dataset, start, new Date(now.getTime() - dayMs).toISOString()],
    );
    statements.run(
      "INSERT INTO history_starts VALUES (?, ?) ON CONFLICT DO UPDATE SET sequence = excluded.sequence",
      ...[dataset, start],
    );
    return changes;
  });
}

/** The first transaction that the limit keeps, which may be the next one. */
function startOf(statements: Statements, dataset: string, limit: HistoryLimit, now: Date): number {
  const last = statements.get("SELECT max(sequence) AS last FROM transactions WHERE dataset = ?", dataset);
  const next = Number(last?.["last"] ?? 0) + 1;
  if ("transactions" in limit) {
    if (limit.transactions === 0) return next;
    const first = statements.get(
      "SELECT sequence FROM transactions WHERE dataset = ? ORDER BY sequence DESC LIMIT 1 OFFSET ?",
      ...[dataset, limit.transactions - 1],
    );
    return Number(first?.["sequence"] ?? 0);
  }
  const since = new Date(now.getTime() - limit.days * dayMs).toISOString();
  const first = statements.get(
    "SELECT min(sequence) AS first FROM transactions WHERE dataset = ? AND timestamp >= ?",
    ...[dataset, since],
  );
  return Number(first?.["first"] ?? next);
}
