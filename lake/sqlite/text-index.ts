import { isLakeDocument, type AskedWords } from "../core/dataset.ts";
import { indexedWords } from "../text/indexed-words.ts";
import { textOf, type Statements } from "./statements.ts";
import { columnCount, columnOf, rowsWithWords, type Frequency } from "./words-sql.ts";

/** Documents that may wait for their words while others are written: one by one they cost several times as much. */
const mayWait = 64;

const insertWords = `INSERT INTO document_words (rowid, ${columnNames().join(", ")}) VALUES (?${", ?".repeat(columnCount)})`;

/**
 * The index of the words of all documents of a database.
 *
 * It may be behind: the documents that it has not seen are listed, and count as found. Within a transaction it is told what
 * changes, and catches up when enough has, or when somebody has the time ({@link TextIndex.catchUp}).
 */
export interface TextIndex {
  /** Notes that the words of a document change, before it is deleted and after it was written. */
  note(dataset: string, id: string): void;
  /** Catches up if there is enough to do, at the end of a transaction that wrote documents. */
  afterWriting(): void;
  /** Writes the words of so many documents, in a transaction of its own. @returns Whether there is more to do. */
  catchUp(documents: number): boolean;
  frequencyOf(words: AskedWords): Frequency;
}

export function textIndex(statements: Statements): TextIndex {
  let noted = 0;

  function index(most: number): number {
    const rows = statements.all(
      `SELECT u.document, d.content FROM unindexed_documents u LEFT JOIN documents d ON d.rowid = u.document LIMIT ?`,
      most,
    );
    for (const row of rows) {
      const number = Number(row["document"]);
      statements.run("DELETE FROM document_words WHERE rowid = ?", number);
      if (row["content"] !== null) statements.run(insertWords, number, ...columnsOf(textOf(row, "content")));
      statements.run("DELETE FROM unindexed_documents WHERE document = ?", number);
    }
    return rows.length;
  }

  return {
    note(dataset, id) {
      statements.run(
        "INSERT OR IGNORE INTO unindexed_documents SELECT rowid FROM documents WHERE dataset = ? AND id = ?",
        ...[dataset, id],
      );
      noted += 1;
    },
    afterWriting() {
      if (noted < mayWait) return;
      index(noted);
      noted = 0;
    },
    catchUp(documents) {
      if (!statements.get("SELECT 1 FROM unindexed_documents LIMIT 1")) return false;
      return statements.atomically(() => index(documents)) === documents;
    },
    frequencyOf(words) {
      const total = Number(statements.get("SELECT max(rowid) AS total FROM documents")?.["total"] ?? 0);
      const most = Math.ceil(total / 4);
      const { sql, values } = rowsWithWords(words);
      const found = statements.get(`SELECT count(*) AS number FROM (${sql} LIMIT ?)`, ...values, most);
      const number = Number(found?.["number"]);
      // Reading and ordering what was found costs as much as walking in order until enough is found: n = k * total / n.
      if (number ** 2 <= Math.max(total, fewest)) return "few";
      return number < most ? "many" : "most";
    },
  };
}

const fewest = 10_000;

function columnsOf(content: string): readonly (string | null)[] {
  const document: unknown = JSON.parse(content);
  const columns = Array.from<string | null>({ length: columnCount }).fill(null);
  // One that cannot be read is a matter of checks.
  if (!isLakeDocument(document)) return columns;
  for (const [field, words] of indexedWords(document)) {
    const column = columnOf(field);
    columns[column] = [...(columns[column] === null ? [] : [columns[column] ?? ""]), ...words].join(" ");
  }
  return columns;
}

function columnNames(): readonly string[] {
  return Array.from({ length: columnCount }, (_, index) => `c${index}`);
}
