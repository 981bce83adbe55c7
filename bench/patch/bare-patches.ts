import { DatabaseSync } from "node:sqlite";
import { setUpWriter } from "../../lake/sqlite/writer-settings.ts";

/** The same documents in bare SQLite, as durable as the lake, with a log and nothing else. */
export interface BarePatches extends Disposable {
  /** Writes one document anew, and a line into the log, in one transaction. */
  patch(id: string, headline: string): void;
}

/** Puts documents into a new database. */
export function barePatches(file: string, documents: readonly { readonly _id: string }[]): BarePatches {
  const sqlite = new DatabaseSync(file);
  // The lake's own settings, so that the rest is what differs.
  setUpWriter(sqlite, "for good");
  sqlite.exec("CREATE TABLE documents (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT");
  sqlite.exec("CREATE TABLE log (sequence INTEGER PRIMARY KEY, id TEXT, at TEXT, patch TEXT) STRICT");
  const insert = sqlite.prepare("INSERT INTO documents VALUES (?, ?)");
  for (const document of documents) insert.run(document._id, JSON.stringify(document));
  const contents = new Map(documents.map((document) => [document._id, document]));
  const update = sqlite.prepare("UPDATE documents SET content = ? WHERE id = ?");
  const log = sqlite.prepare("INSERT INTO log (id, at, patch) VALUES (?, ?, ?)");
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const commit = sqlite.prepare("COMMIT");
  return {
    patch(id, headline) {
      begin.run();
      update.run(JSON.stringify({ ...contents.get(id), headline }), id);
      log.run(id, new Date().toISOString(), JSON.stringify({ set: { headline } }));
      commit.run();
    },
    [Symbol.dispose]: () => sqlite.close(),
  };
}
