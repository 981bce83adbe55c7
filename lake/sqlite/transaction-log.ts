import {
  type Effects,
  type Fate,
  type HistoryQuery,
  type Mutation,
  type RecordedChange,
  type Transaction,
  isRecord,
} from "../core/dataset.ts";
import { draftsLayer, idInLayer, publishedIdOf, versionIdRange } from "../core/document-id.ts";
import type { DocumentStore, StoredOutcome, StoredResult, UnloggedCommit } from "../core/document-store.ts";
import { wholeOf } from "../core/effects.ts";
import { oneOf } from "./condition-sql.ts";
import { type Row, type Statements, listOf, textOf } from "./statements.ts";
import { historyStart, thinHistory } from "./thin-history.ts";

/** The part of the store that remembers. */
export interface TransactionLog extends Pick<
  DocumentStore,
  "outcomeOf" | "sequenceOf" | "history" | "fates" | "thinHistory"
> {
  /** Within the caller's transaction. @returns The sequence that the transaction got. */
  append(commit: UnloggedCommit, outcome: StoredOutcome): number;
}

export function transactionLog(statements: Statements, dataset: string): TransactionLog {
  let start = historyStart(statements, dataset);

  function* history(query: HistoryQuery): Generator<Transaction> {
    const touching = query.ids
      ? "sequence IN (SELECT sequence FROM changes WHERE dataset = ? AND document IN (SELECT value FROM json_each(?)))"
      : "dataset = ?";
    const rows = statements.all(
      `SELECT sequence, id, timestamp, author, results FROM transactions
       WHERE ${touching} AND sequence BETWEEN ? AND ?
       ORDER BY sequence ${query.reverse ? "DESC" : "ASC"} LIMIT ?`,
      ...(query.ids ? [dataset, JSON.stringify(query.ids)] : [dataset]),
      ...[
        Math.max(query.fromSequence ?? 0, start),
        query.toSequence ?? Number.MAX_SAFE_INTEGER,
        query.limit ?? -1,
      ],
    );
    for (const row of rows) {
      const transaction = toTransaction(row);
      // What a transaction changed is among its results: an index by transactions would be one more to write.
      const asked = query.ids && !query.whole ? query.ids : resultsOf(row).map(({ id }) => id);
      const changes = statements
        .all(
          `SELECT * FROM changes WHERE dataset = ? AND document ${oneOf} AND sequence = ? ORDER BY position`,
          ...[dataset, JSON.stringify(asked), transaction.sequence],
        )
        .map(toChange);
      yield { ...transaction, changes };
    }
  }

  function* fates(publishedId: string): Generator<Transaction<Fate>> {
    const rows = statements.all(
      `SELECT t.sequence, t.id, t.timestamp, t.author, c.document, c.previous_revision, c.deleted
       FROM changes c JOIN transactions t ON t.sequence = c.sequence
       WHERE c.dataset = ? AND (
         c.document IN (?, ?)
         -- The versions of releases, each with a name in between: the range is the index's, the end is the document's.
         OR (c.document >= ? AND c.document < ? AND substr(c.document, -length(?)) = ?)
       )
       ORDER BY c.sequence DESC, c.position`,
      ...[dataset, publishedId, idInLayer(publishedId, draftsLayer), ...versionIdRange],
      ...[`.${publishedId}`, `.${publishedId}`],
    );
    const ofGroup = rows.filter((row) => publishedIdOf(textOf(row, "document")) === publishedId);
    for (const [, same] of Map.groupBy(ofGroup, (row) => row["sequence"])) {
      const [first] = same;
      if (first) yield { ...toTransaction(first), changes: same.map(toFate) };
    }
  }

  return {
    history,
    fates,
    outcomeOf(transactionId) {
      const row = statements.get(
        "SELECT request_hash, results FROM transactions WHERE dataset = ? AND id = ?",
        ...[dataset, transactionId],
      );
      return row && { requestHash: textOf(row, "request_hash"), results: resultsOf(row) };
    },
    sequenceOf(transactionId) {
      const row = statements.get(
        "SELECT sequence FROM transactions WHERE dataset = ? AND id = ?",
        dataset,
        transactionId,
      );
      const sequence = row && Number(row["sequence"]);
      return sequence === undefined || sequence < start ? undefined : sequence;
    },
    thinHistory(limit, now) {
      const gone = thinHistory(statements, dataset, limit, now);
      start = historyStart(statements, dataset);
      return gone;
    },
    append({ transactionId, timestamp, author, changes }, { requestHash, results }) {
      const { lastInsertRowid: sequence } = statements.run(
        // What was thinned out had numbers too.
        "INSERT INTO transactions VALUES (max(?, (SELECT ifnull(max(sequence), 0) + 1 FROM transactions)), ?, ?, ?, ?, ?, ?)",
        ...[start, dataset, transactionId, timestamp, author, requestHash, JSON.stringify(results)],
      );
      for (const [position, { id, previousRev, deleted, mutations, effects }] of changes.entries()) {
        statements.run(
          "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          ...[dataset, id, sequence, position, previousRev ?? null, Number(deleted)],
          JSON.stringify(mutations),
          isSaidBy(mutations, effects.apply) ? sameAsMutation : JSON.stringify(effects.apply),
          JSON.stringify(effects.revert),
        );
      }
      return sequence;
    },
  };
}

/** Stands for the effect of a mutation that creates a document, which is that document: it is too long to store twice. */
const sameAsMutation = "";

/** wire: `[0, document]` is the Mendoza patch that replaces whatever was there with a document. */
function isSaidBy(mutations: readonly Mutation[], apply: readonly unknown[]): boolean {
  const whole = wholeOf(mutations);
  return whole !== undefined && apply.length === 2 && apply[0] === 0 && apply[1] === whole;
}

function resultsOf(row: Row): readonly StoredResult[] {
  return listOf(row, "results").filter(isStoredResult);
}

function isStoredResult(value: unknown): value is StoredResult {
  return typeof value === "object" && value !== null && "id" in value && "operation" in value;
}

function toTransaction(row: Row): Omit<Transaction, "changes"> {
  return {
    sequence: Number(row["sequence"]),
    transactionId: textOf(row, "id"),
    timestamp: textOf(row, "timestamp"),
    author: textOf(row, "author"),
  };
}

function toFate(row: Row): Fate {
  const previousRev = row["previous_revision"];
  return {
    id: textOf(row, "document"),
    ...(typeof previousRev === "string" ? { previousRev } : {}),
    deleted: row["deleted"] === 1,
  };
}

function toChange(row: Row): RecordedChange {
  return {
    ...toFate(row),
    // Parsed on demand: a walk through history reads one of the three.
    get mutations() {
      return listOf(row, "mutations").filter(isRecord);
    },
    effects: effectsOfRow(row),
  };
}

/** The effects of a row of `changes`, each parsed when asked for. */
export function effectsOfRow(row: Row): Effects {
  return {
    get apply() {
      if (row["apply"] !== sameAsMutation) return listOf(row, "apply");
      return [0, wholeOf(listOf(row, "mutations").filter(isRecord))];
    },
    get revert() {
      return listOf(row, "revert");
    },
  };
}
