import { isLakeDocument, isRecord, type LakeDocument, type Page } from "../core/dataset.ts";
import { layerOf, publishedIdOf } from "../core/document-id.ts";
import type { DocumentStore, StoredResult } from "../core/document-store.ts";
import { referencesIn } from "../core/references.ts";
import { countSql, pageSql } from "./page-sql.ts";
import { documentCache, mostAtOnce } from "./document-cache.ts";
import { listOf, textOf, type Row, type Statements } from "./statements.ts";
import { transactionLog } from "./transaction-log.ts";

/** The fields that a row has without its content. */
const columns = { _id: "id", _type: "type", _rev: "revision" } as const;

/** Documents and history of one dataset in SQLite. */
export function documentStore(statements: Statements, dataset: string): DocumentStore {
  const log = transactionLog(statements, dataset);
  const cache = documentCache();

  function read(id: string): LakeDocument | undefined {
    const row = statements.get("SELECT content FROM documents WHERE dataset = ? AND id = ?", dataset, id);
    if (!row) return undefined;
    const content = textOf(row, "content");
    const document: unknown = JSON.parse(content);
    if (!isLakeDocument(document))
      throw new TypeError(`BUG: document "${id}" is stored without its system fields`);
    cache.put(document, content.length);
    return document;
  }

  /** The document with the named fields alone, which is read much faster than the whole of a long one. */
  function readFields(row: Row, fields: readonly string[]): LakeDocument {
    const [_id, _type, _rev] = [textOf(row, "id"), textOf(row, "type"), textOf(row, "revision")];
    const others = fields.filter((field) => !(field in columns));
    const found =
      others.length === 0
        ? undefined
        : statements.get(
            `SELECT json_object(${others.map(() => "?, content -> ?").join(", ")}) AS part FROM documents WHERE dataset = ? AND id = ?`,
            ...others.flatMap((field) => [field, `$.${field}`]),
            ...[dataset, _id],
          );
    const part: unknown = found === undefined ? {} : JSON.parse(textOf(found, "part"));
    // Fields that the query does not name may say anything.
    return { _createdAt: "", _updatedAt: "", ...(isRecord(part) ? part : {}), _id, _type, _rev };
  }

  function* walk(asked: Page): Generator<LakeDocument> {
    const { view, fields } = asked;
    const { sql, values } = pageSql(dataset, asked);
    const rows = statements.all(sql, ...values);
    const isHeadsOnly = fields?.every((field) => field in columns) === true;
    const isTooMuch = rows.reduce((total, row) => total + Number(row["size"]), 0) > mostAtOnce;
    for (const row of rows) {
      const id = textOf(row, "id");
      const isPart = fields !== undefined && (isHeadsOnly || isTooMuch);
      const found = cache.get(id, textOf(row, "revision")) ?? (isPart ? readFields(row, fields) : read(id));
      if (found) yield view.layers ? cache.underPublishedId(found) : found;
    }
  }
  const page = (asked: Page): readonly LakeDocument[] => [...walk(asked)];

  function put(document: LakeDocument): void {
    const { _id, _type, _rev } = document;
    statements.run(
      `INSERT INTO documents (dataset, id, published_id, layer, type, revision, content) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (dataset, id) DO UPDATE SET type = excluded.type, revision = excluded.revision, content = excluded.content`,
      ...[dataset, _id, publishedIdOf(_id), layerOf(_id), _type, _rev, JSON.stringify(document)],
    );
    for (const { target, strong } of referencesIn(document)) {
      statements.run(
        "INSERT OR IGNORE INTO document_references VALUES (?, ?, ?, ?)",
        dataset,
        _id,
        target,
        Number(strong),
      );
    }
  }

  return {
    ...log,
    select: (condition, view, fields) => page({ condition, view, fields }),
    reshaped: new Set(),
    exactly: {
      page,
      walk,
      count(condition, view) {
        const { sql, values } = countSql(dataset, condition, view);
        return Number(statements.get(sql, ...values)?.["number"]);
      },
    },
    documents: (ids) => ids.flatMap((id) => read(id) ?? []),
    stronglyReferencing: (id) =>
      statements
        .all(
          "SELECT source FROM document_references WHERE dataset = ? AND target = ? AND strong = 1",
          dataset,
          id,
        )
        .flatMap((row) => read(textOf(row, "source")) ?? []),
    outcomeOf(transactionId) {
      const row = statements.get(
        "SELECT request_hash, results FROM transactions WHERE dataset = ? AND id = ?",
        ...[dataset, transactionId],
      );
      if (!row) return undefined;
      return {
        requestHash: textOf(row, "request_hash"),
        results: listOf(row, "results").filter(isStoredResult),
      };
    },
    write: (commit, outcome) =>
      statements.atomically(() => {
        for (const { id, after } of commit.changes) {
          statements.run("DELETE FROM document_references WHERE dataset = ? AND source = ?", dataset, id);
          if (after) put(after);
          else statements.run("DELETE FROM documents WHERE dataset = ? AND id = ?", dataset, id);
        }
        return log.append(commit, outcome);
      }),
  };
}

function isStoredResult(value: unknown): value is StoredResult {
  return typeof value === "object" && value !== null && "id" in value && "operation" in value;
}
