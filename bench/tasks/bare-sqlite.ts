/** Inserts finished documents in a bare loop over SQLite, as durably as the lake; counts the rows. */
import { createReadStream } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { createInterface } from "node:readline";
import { z } from "zod";
import { measureTask } from "../run-task.ts";

const input = z.object({
  file: z.string(),
  database: z.string(),
  rowsPerTransaction: z.number(),
  isRepeated: z.boolean(),
});
const row = z.looseObject({ _id: z.string() });

await measureTask(input, async ({ file, database, rowsPerTransaction, isRepeated }) => {
  const sqlite = new DatabaseSync(database);
  sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  sqlite.exec("CREATE TABLE IF NOT EXISTS documents (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT");
  const insert = sqlite.prepare(`INSERT ${isRepeated ? "OR IGNORE " : ""}INTO documents VALUES (?, ?)`);
  let rows = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (rows % rowsPerTransaction === 0) sqlite.exec("BEGIN");
    insert.run(row.parse(JSON.parse(line))._id, line);
    rows += 1;
    if (rows % rowsPerTransaction === 0) sqlite.exec("COMMIT");
  }
  if (sqlite.isTransaction) sqlite.exec("COMMIT");
  sqlite.close();
  return rows;
});
