import { isLakeDocument, type AskedWords, type LakeDocument } from "../core/dataset.ts";
import { LakeError } from "../core/lake-error.ts";
import { indexedWords } from "../text/indexed-words.ts";
import { textOf, type Row, type Statements } from "./statements.ts";
import { columnCount, columnOf, rowsWithWords, type Frequency } from "./words-sql.ts";

/**
 * Documents that may wait for their words while others are written. A search looks at each of them, which takes it some
 * milliseconds; and whoever edits a document edits it again before its turn comes.
 */
const mayWait = 200;
/** Written together: one by one they cost several times as much. */
const writtenTogether = 64;

const insertWords = `INSERT INTO document_words (rowid, ${columnNames().join(", ")}) VALUES (?${", ?".repeat(columnCount)})`;

/**
 * The index of the words of all documents of a database.
 *
 * It may be behind: the documents that it has not seen are listed, and count as found. It catches up when enough has
 * changed, or when somebody has the time.
 */
export interface TextIndex {
  /** Takes note of what one transaction changes, within it. */
  follow(): Followed;
  /**
   * Writes the words of a few documents, in a transaction of its own.
   *
   * @param documents How many; those of some ten milliseconds, unless told.
   * @returns Whether there is more to do.
   */
  work(documents?: number): boolean;
  /** Has the whole index made anew, by {@link work}. */
  rebuild(): void;
  frequencyOf(words: AskedWords): Frequency;
}

interface Followed {
  /** The words of the document in a row change; `null` for one that is deleted. */
  changes(row: number, after: LakeDocument | null): void;
  /** Nothing more changes. */
  end(): void;
}

export function textIndex(statements: Statements): TextIndex {
  /** The table cannot be read. Documents are all that is needed to make it anew. */
  let isDamaged = false;
  /** About so many of those that this process has changed. */
  let waiting = 0;

  function write(row: number, document: LakeDocument | null): void {
    statements.run("DELETE FROM document_words WHERE rowid = ?", row);
    if (document) statements.run(insertWords, row, ...columnsOf(document));
  }

  /** Does what touches the table; if it is damaged, empties it, and lists every document. */
  function mending(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!isFileTrouble(error)) throw error;
      emptyIndex(statements);
      isDamaged = false;
    }
  }

  function catchUp(documents: number): number {
    const rows = statements.all(
      `SELECT u.document, d.content FROM unindexed_documents u LEFT JOIN documents d ON d.rowid = u.document ORDER BY u.document LIMIT ?`,
      documents,
    );
    for (const row of rows) write(Number(row["document"]), documentOf(row));
    statements.run(
      "DELETE FROM unindexed_documents WHERE document <= ?",
      Number(rows.at(-1)?.["document"] ?? 0),
    );
    waiting = Math.max(0, waiting - rows.length);
    return rows.length;
  }

  return {
    follow() {
      const changed = new Map<number, LakeDocument | null>();
      return {
        changes: (row, after) => void changed.set(row, after),
        end() {
          if (changed.size >= writtenTogether) {
            mending(() => {
              for (const [row, after] of changed) {
                write(row, after);
                statements.run("DELETE FROM unindexed_documents WHERE document = ?", row);
              }
            });
            return;
          }
          for (const row of changed.keys()) {
            waiting += statements.run("INSERT OR IGNORE INTO unindexed_documents VALUES (?)", row).changes;
          }
          if (waiting >= mayWait) mending(() => void catchUp(writtenTogether));
        },
      };
    },
    work(documents = indexedAtOnce) {
      if (!isDamaged && !statements.get("SELECT 1 FROM unindexed_documents LIMIT 1")) return false;
      let done = documents;
      statements.atomically(() =>
        mending(() => {
          if (isDamaged) emptyIndex(statements);
          else done = catchUp(documents);
          isDamaged = false;
        }),
      );
      return done === documents;
    },
    rebuild() {
      isDamaged = true;
    },
    frequencyOf(words) {
      const total = Number(statements.get("SELECT max(rowid) AS total FROM documents")?.["total"] ?? 0);
      const most = Math.ceil(total / 4);
      const { sql, values } = rowsWithWords(words);
      let number: number;
      try {
        const found = statements.get(`SELECT count(*) AS number FROM (${sql} LIMIT ?)`, ...values, most);
        number = Number(found?.["number"]);
      } catch (error) {
        if (!isFileTrouble(error)) throw error;
        isDamaged = true;
        return "most";
      }
      if (number <= Math.max(total / passedPerFound, fewest)) return "few";
      return number < most ? "many" : "most";
    },
  };
}

/** In the time in which one document is found by its number, so many are passed by. */
const passedPerFound = 32;
/** So many are found in a millisecond. */
const fewest = 100;
const indexedAtOnce = 50;

/** Makes the table of words anew, and lists every document as not in it. */
export function emptyIndex(statements: Pick<Statements, "get" | "run">): void {
  const made = statements.get("SELECT sql FROM sqlite_schema WHERE name = 'document_words'");
  statements.run("DROP TABLE document_words");
  statements.run(textOf(made ?? {}, "sql"));
  statements.run("DELETE FROM unindexed_documents");
  statements.run("INSERT INTO unindexed_documents SELECT rowid FROM documents");
}

/** What {@link Statements} throw when the file cannot be read or written. */
const isFileTrouble = (error: unknown): boolean => error instanceof LakeError && error.status === 503;

/** One that cannot be read is a matter of checks, and has no words. */
function documentOf(row: Row): LakeDocument | null {
  if (row["content"] === null) return null;
  const document: unknown = JSON.parse(textOf(row, "content"));
  return isLakeDocument(document) ? document : null;
}

function columnsOf(document: LakeDocument): readonly (string | null)[] {
  const columns = Array.from<string | null>({ length: columnCount }).fill(null);
  for (const [field, words] of indexedWords(document)) {
    const column = columnOf(field);
    columns[column] = columns[column] === null ? words : `${columns[column] ?? ""} ${words}`;
  }
  return columns;
}

function columnNames(): readonly string[] {
  return Array.from({ length: columnCount }, (_, index) => `c${index}`);
}
