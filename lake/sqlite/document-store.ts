import { isLakeDocument, isRecord, type Condition, type LakeDocument, type View } from "../core/dataset.ts";
import { layerOf, publishedIdOf } from "../core/document-id.ts";
import type { DocumentStore, StoredResult } from "../core/document-store.ts";
import { referencesIn } from "../core/references.ts";
import { selectSql } from "./condition-sql.ts";
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

  function select(condition: Condition, view: View, fields?: readonly string[]): readonly LakeDocument[] {
    const { sql, values } = selectSql(dataset, condition, view);
    const rows = statements.all(sql, ...values);
    const needed = fields && (view.layers ? [...new Set([...fields, "_system"])] : fields);
    const isHeadsOnly = needed?.every((field) => field in columns) === true;
    const isTooMuch = rows.reduce((total, row) => total + Number(row["size"]), 0) > mostAtOnce;
    const found = rows.flatMap((row) => {
      const id = textOf(row, "id");
      const known = cache.get(id, textOf(row, "revision"));
      if (known !== undefined) return known;
      return needed !== undefined && (isHeadsOnly || isTooMuch) ? readFields(row, needed) : (read(id) ?? []);
    });
    return view.layers
      ? found.filter((document) => !isMarkedForRemoval(document)).map(cache.underPublishedId)
      : found;
  }

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
    select,
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

/** wire: a version may stand for "unpublish this document when the release is published". */
function isMarkedForRemoval(document: LakeDocument): boolean {
  const system = document["_system"];
  return typeof system === "object" && system !== null && "delete" in system && system.delete === true;
}

function isStoredResult(value: unknown): value is StoredResult {
  return typeof value === "object" && value !== null && "id" in value && "operation" in value;
}
