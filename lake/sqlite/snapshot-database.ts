import { backup, type DatabaseSync } from "node:sqlite";
import { lakeFileError } from "./lake-file-error.ts";

/** Pages that are copied at a time, between which others may read and write: four megabytes. */
const pagesAtOnce = 1000;

/**
 * Copies a database as it is at one moment into a file, while it goes on being read and written through this connection.
 *
 * @throws {LakeFileError} When the file cannot be written, or the database cannot be read.
 */
export async function snapshotDatabase(database: DatabaseSync, file: string): Promise<void> {
  try {
    await backup(database, file, { rate: pagesAtOnce });
  } catch (error) {
    throw lakeFileError(error) ?? error;
  }
}
