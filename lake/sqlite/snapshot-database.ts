import { backup, DatabaseSync } from "node:sqlite";
import { lakeFileError } from "./lake-file-error.ts";
import { longestLockMs } from "./longest-lock.ts";

/** Pages that are copied at a time: four megabytes. */
const pagesAtOnce = 1000;

/**
 * Copies a database as it is at one moment into a file, while others go on reading and writing it.
 *
 * The copy is made over a connection of its own: `backup()` works in another thread, and fails without a reason when
 * its connection is used meanwhile. The open transaction holds the moment, so that no write makes it begin again.
 *
 * @param file The database, which this process or none has open.
 * @param copy Where the copy is to be.
 * @throws {LakeFileError} When the copy cannot be written, or the database cannot be read.
 */
export async function snapshotDatabase(file: string, copy: string): Promise<void> {
  let source: DatabaseSync | undefined;
  try {
    source = new DatabaseSync(file, { readOnly: true, timeout: longestLockMs });
    source.exec("BEGIN");
    // A state begins with the first look at it.
    source.prepare("SELECT 1 FROM sqlite_schema").get();
    await backup(source, copy, { rate: pagesAtOnce });
  } catch (error) {
    throw lakeFileError(error) ?? error;
  } finally {
    source?.close();
  }
}
