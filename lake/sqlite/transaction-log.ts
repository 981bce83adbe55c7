import { isRecord, type HistoryQuery, type RecordedChange, type Transaction } from "../core/dataset.ts";
import type { DocumentStore } from "../core/document-store.ts";
import { listOf, textOf, type Row, type Statements } from "./statements.ts";

/** The part of the store that remembers. */
export interface TransactionLog extends Pick<DocumentStore, "sequenceOf" | "history"> {
  /** Within the caller's transaction. */
  append: DocumentStore["write"];
}

export function transactionLog(statements: Statements, dataset: string): TransactionLog {
  function* history(query: HistoryQuery): Generator<Transaction> {
    const ids = query.ids && JSON.stringify(query.ids);
    const rows = statements.all(
      `SELECT sequence, id, timestamp, author FROM transactions t
       WHERE dataset = ? AND sequence BETWEEN ? AND ?
         ${ids ? "AND sequence IN (SELECT sequence FROM changes c WHERE c.dataset = t.dataset AND document IN (SELECT value FROM json_each(?)))" : ""}
       ORDER BY sequence ${query.reverse ? "DESC" : "ASC"} LIMIT ?`,
      ...[dataset, query.fromSequence ?? 0, query.toSequence ?? Number.MAX_SAFE_INTEGER],
      ...(ids ? [ids] : []),
      query.limit ?? -1,
    );
    for (const row of rows) {
      const sequence = Number(row["sequence"]);
      yield {
        sequence,
        transactionId: textOf(row, "id"),
        timestamp: textOf(row, "timestamp"),
        author: textOf(row, "author"),
        changes: statements
          .all("SELECT * FROM changes WHERE sequence = ? ORDER BY position", sequence)
          .map(toChange)
          .filter(({ id }) => query.ids?.includes(id) ?? true),
      };
    }
  }

  return {
    history,
    sequenceOf(transactionId) {
      const row = statements.get(
        "SELECT sequence FROM transactions WHERE dataset = ? AND id = ?",
        dataset,
        transactionId,
      );
      return row && Number(row["sequence"]);
    },
    append({ transactionId, timestamp, author, changes }, { requestHash, results }) {
      const { lastInsertRowid: sequence } = statements.run(
        "INSERT INTO transactions (dataset, id, timestamp, author, request_hash, results) VALUES (?, ?, ?, ?, ?, ?)",
        ...[dataset, transactionId, timestamp, author, requestHash, JSON.stringify(results)],
      );
      for (const [position, { id, previousRev, deleted, mutations, effects }] of changes.entries()) {
        statements.run(
          "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          ...[dataset, id, sequence, position, previousRev ?? null, Number(deleted)],
          ...[JSON.stringify(mutations), JSON.stringify(effects.apply), JSON.stringify(effects.revert)],
        );
      }
      return sequence;
    },
  };
}

function toChange(row: Row): RecordedChange {
  const previousRev = row["previous_revision"];
  return {
    id: textOf(row, "document"),
    ...(typeof previousRev === "string" ? { previousRev } : {}),
    deleted: row["deleted"] === 1,
    mutations: listOf(row, "mutations").filter(isRecord),
    effects: { apply: listOf(row, "apply"), revert: listOf(row, "revert") },
  };
}
