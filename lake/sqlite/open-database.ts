import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** Another process serves the same data. */
export class DataFolderInUseError extends Error {
  override readonly name = "DataFolderInUseError";
}

const migrations = new URL("./migrations/", import.meta.url);

/**
 * Opens the database, takes it for this process alone, and brings its tables up to date.
 *
 * The lock lasts as long as the process: the operating system ends it however the process ends.
 *
 * @param file A path, or `:memory:`.
 * @throws {DataFolderInUseError} When another process has the file open.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    // A lake that is just closing gets two seconds to release the file.
    database.exec("PRAGMA busy_timeout = 2000");
    // Before anything else touches the file: a second writer would not hear of this one's commits, nor lock them out.
    database.exec("PRAGMA locking_mode = EXCLUSIVE");
    database.exec("PRAGMA journal_mode = WAL");
    // What was acknowledged survives a power cut: in WAL mode only FULL waits for the disk at each commit.
    database.exec("PRAGMA synchronous = FULL");
    // Copying the log into the file costs more waits for the disk; once in 32 MB is often enough.
    database.exec("PRAGMA wal_autocheckpoint = 8000");
    database.exec("PRAGMA foreign_keys = ON");
    // The first write takes the lock; afterwards it is never released.
    database.exec("BEGIN EXCLUSIVE; COMMIT");
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new DataFolderInUseError(`Cannot open "${file}": another Content Lake is using it`, {
      cause: error,
    });
  }
}

function migrate(database: DatabaseSync): void {
  const done = Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  const files = readdirSync(migrations)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  for (const [index, name] of files.entries()) {
    if (index < done) continue;
    const script = readFileSync(new URL(name, migrations), "utf8");
    database.exec(`BEGIN; ${script}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}

/** SQLITE_BUSY (5) and its extended codes. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === 5;
}
