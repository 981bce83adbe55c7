import { isLakeDocument, type Condition, type LakeDocument, type View } from "../core/dataset.ts";
import { layerOf, publishedIdOf } from "../core/document-id.ts";
import type { DocumentStore, StoredResult } from "../core/document-store.ts";
import { referencesIn } from "../core/references.ts";
import { selectSql } from "./condition-sql.ts";
import { documentCache } from "./document-cache.ts";
import { listOf, textOf, type Statements } from "./statements.ts";
import { transactionLog } from "./transaction-log.ts";

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

  function select(condition: Condition, view: View): readonly LakeDocument[] {
    const { sql, values } = selectSql(dataset, condition, view);
    const found = statements.all(sql, ...values).flatMap((row) => {
      const id = textOf(row, "id");
      return cache.get(id, textOf(row, "revision")) ?? read(id) ?? [];
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
