import type { AskedWords } from "../core/dataset.ts";

/** Columns of the table of words (0004-text-search.sql). Some fields share one, which costs a search candidates. */
export const columnCount = 32;

/** How many documents may have some words: few, so that to find them takes less time than to pass all by; or many; or most. */
export type Frequency = "few" | "many" | "most";

/** The rows of documents that may have some words. */
export function rowsWithWords(words: AskedWords): {
  readonly sql: string;
  readonly values: readonly string[];
} {
  return {
    sql: "SELECT rowid FROM document_words WHERE document_words MATCH ? UNION ALL SELECT document FROM unindexed_documents",
    values: [expressionOf(words)],
  };
}

/** In the language of FTS5 (sqlite.org/fts5.html, "Full-text Query Syntax"). */
function expressionOf(words: AskedWords): string {
  switch (words.kind) {
    case "all":
      return `(${words.of.map(expressionOf).join(" AND ")})`;
    case "any":
      return `(${words.of.map(expressionOf).join(" OR ")})`;
    case "without":
      return `(${expressionOf(words.of)} NOT ${expressionOf(words.words)})`;
    case "word": {
      const found = `"${words.word}"${words.isBeginning ? " *" : ""}`;
      if (!words.fields) return found;
      return `{${[...new Set(words.fields.map(columnOf))].map((column) => `c${column}`).join(" ")}} : ${found}`;
    }
  }
}

/** Fowler, Noll and Vo's hash. It must stay what it is: the columns of words that were written depend on it. */
export function columnOf(field: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < field.length; at += 1) hash = Math.imul(hash ^ field.charCodeAt(at), 0x01000193);
  return ((hash >>> 16) ^ hash) & (columnCount - 1);
}
