import type { DatabaseSync } from "node:sqlite";
import { textOf } from "./statements.ts";

/** What a look at every page of a database finds. The index of words can be made anew. */
export type Soundness = "sound" | "words-damaged" | "damaged";

/** Looks at every page of a database, which takes about a second for 200 MB. */
export function soundnessOf(database: DatabaseSync): Soundness {
  // Table by table: of the index of words as a whole, SQLite would check each word.
  const tables = tablesOf(database);
  const damaged = tables?.filter((name) => !isSound(database, name));
  if (!damaged || damaged.some((name) => !name.startsWith(wordsPrefix))) return "damaged";
  return damaged.length === 0 ? "sound" : "words-damaged";
}

/** SQLite keeps the index in tables of these names. */
const wordsPrefix = "document_words_";

function tablesOf(database: DatabaseSync): readonly string[] | undefined {
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
      .all();
    return ["sqlite_schema", ...tables.map((row) => textOf(row, "name"))];
  } catch {
    return undefined;
  }
}

function isSound(database: DatabaseSync, table: string): boolean {
  try {
    // Works the slugs out of the documents on the way, which fails for text that is no longer JSON.
    const [found] = database.prepare(`PRAGMA quick_check(${table})`).all();
    return found?.["quick_check"] === "ok";
  } catch {
    return false;
  }
}
