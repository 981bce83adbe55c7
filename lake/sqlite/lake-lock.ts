import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { databaseName, lockOf } from "../core/lake-files.ts";
import { lakeFileError, LakeFileError } from "./lake-file-error.ts";

/** A lake that is just closing gets two seconds to release the lock. */
const waitMs = 2_000;

/** A lock that is held until it is released, or its process ends. */
export interface LakeLock {
  release(): void;
}

/**
 * Takes a lake's database for this process alone.
 *
 * The lock is that of SQLite on an empty file beside the database, since a lock on the database itself would keep out the
 * lake's own readers. The operating system ends it however the process ends; the file stays, and means nothing.
 *
 * @throws {LakeFileError} When somebody else has it, or the folder cannot be written.
 */
export function lockLake(file: string): LakeLock {
  return lock(file, (database) => database.exec("BEGIN EXCLUSIVE"), false);
}

/**
 * Keeps a lake from being opened while it is looked at. Makes no file: where there is none, no lake was ever open.
 *
 * @throws {LakeFileError} When a lake is open.
 */
export function lockOutLake(file: string): LakeLock {
  if (!existsSync(lockOf(file))) return { release: () => {} };
  return lock(file, (database) => database.exec("BEGIN; SELECT 1 FROM sqlite_schema"), true);
}

function lock(file: string, take: (database: DatabaseSync) => void, readOnly: boolean): LakeLock {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(lockOf(file), { readOnly, timeout: waitMs });
    take(database);
  } catch (error) {
    database?.close();
    const found = lakeFileError(error);
    // Nothing is ever written to the lock: what stands there is somebody else's.
    if (found?.trouble === "damaged")
      throw new LakeFileError("not-writable", `${lockOf(databaseName)} is no lock`, error);
    throw found ?? error;
  }
  const held = database;
  return { release: () => held.close() };
}
