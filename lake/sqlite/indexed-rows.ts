import type { KeyValue } from "../core/dataset.ts";
import { publishedLayer } from "../core/document-id.ts";
import { textOf, type Row, type Statements } from "./statements.ts";

/** How readers see a document. */
export interface Seen {
  readonly id: string;
  readonly publishedId: string;
  readonly layer: string;
  readonly hidden: number;
}

/** The columns of `documents` that say so. */
export const seenColumns = "id, published_id, layer, hidden";

export const seenIn = (row: Row): Seen => ({
  id: textOf(row, "id"),
  publishedId: textOf(row, "published_id"),
  layer: textOf(row, "layer"),
  hidden: Number(row["hidden"]),
});

/** An index as the tables of rows know it. */
interface IndexNumber {
  readonly number: number;
  /** Whether it is of what a list holds, so that a document has a row for each member, or none. */
  readonly isOfMembers: boolean;
}

/** The rows of all indexes of values, within the caller's transaction. */
interface IndexedRows {
  /** Gives a document these values in an index, instead of those that it had. */
  enter(index: IndexNumber, seen: Seen, values: readonly KeyValue[]): void;
  remove(index: IndexNumber, id: string): void;
  /** Notes that the perspective "drafts" shows a document, or shows it no longer. */
  hide(dataset: string, id: string, isHidden: boolean): void;
  /** Takes away the rows that an index has of some documents. @returns Whether there were any. */
  clear(number: number, documents: number): boolean;
}

const tableOf = ({ isOfMembers }: Pick<IndexNumber, "isOfMembers">): string =>
  isOfMembers ? "indexed_members" : "indexed_values";
const tables = [true, false].map((isOfMembers) => tableOf({ isOfMembers }));

export function indexedRows(statements: Statements): IndexedRows {
  function remove(index: IndexNumber, id: string): void {
    statements.run(`DELETE FROM ${tableOf(index)} WHERE number = ? AND id = ?`, index.number, id);
  }

  return {
    enter(index, { id, publishedId, layer, hidden }, values) {
      const seenBy = [hidden, Number(layer === publishedLayer)];
      if (index.isOfMembers) remove(index, id);
      for (const { kind, value, isMissing } of values) {
        if (index.isOfMembers) {
          // Different halves of characters are the same to SQLite.
          statements.run(
            "INSERT OR IGNORE INTO indexed_members VALUES (?, ?, ?, ?, ?, ?, ?)",
            ...[index.number, id, publishedId, kind, value, ...seenBy],
          );
        } else {
          statements.run(
            "INSERT OR REPLACE INTO indexed_values VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            ...[index.number, id, publishedId, kind, value, Number(isMissing), ...seenBy],
          );
        }
      }
    },
    remove,
    hide(dataset, id, isHidden) {
      for (const table of tables) {
        statements.run(
          `UPDATE ${table} SET hidden = ? WHERE id = ? AND number IN (SELECT number FROM value_indexes WHERE dataset = ?)`,
          ...[Number(isHidden), id, dataset],
        );
      }
    },
    clear: (number, documents) =>
      tables.some((table) => {
        const { changes } = statements.run(
          `DELETE FROM ${table} WHERE number = ? AND id IN (SELECT id FROM ${table} WHERE number = ? LIMIT ?)`,
          ...[number, number, documents],
        );
        return changes > 0;
      }),
  };
}
