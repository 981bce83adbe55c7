import type { DatabaseSync } from "node:sqlite";
import { longestLockMs } from "./longest-lock.ts";
import type { Statements } from "./statements.ts";

/** For how long what is acknowledged has to last. */
export type Durability = "for good" | "while the process runs";

/** Copying the log into the file costs more waits for the disk; once in 32 MB is often enough. */
export const pagesOfLog = 8000;

/** What `PRAGMA synchronous` calls them. In WAL mode only FULL waits for the disk at each commit. */
const waiting = { off: 0, beforeCopying: 1, atEachCommit: 2 } as const;

/** Prepares a connection for the one that writes, whose file lasts as long as it has to. */
export function setUpWriter(database: DatabaseSync, durability: Durability): void {
  database.exec(`PRAGMA busy_timeout = ${longestLockMs}`);
  database.exec("PRAGMA journal_mode = WAL");
  // What was acknowledged survives a power cut.
  database.exec(`PRAGMA synchronous = ${durability === "for good" ? waiting.atEachCommit : waiting.off}`);
  database.exec(`PRAGMA wal_autocheckpoint = ${pagesOfLog}`);
  database.exec("PRAGMA foreign_keys = ON");
  // Pages kept in memory, in kilobytes: with the two megabytes that SQLite takes by itself, every query reads the file anew.
  database.exec("PRAGMA cache_size = -65536");
}

/** Commits what may be lost with the power without waiting for the disk, whatever the durability of the rest. */
export function withoutWaiting(statements: Statements, work: () => void): void {
  const before = Number(statements.get("PRAGMA synchronous")?.["synchronous"]);
  statements.run(`PRAGMA synchronous = ${Math.min(before, waiting.beforeCopying)}`);
  try {
    statements.atomically(work);
  } finally {
    statements.run(`PRAGMA synchronous = ${before}`);
  }
}
