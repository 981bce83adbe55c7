import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { packLake } from "./backup/pack-lake.ts";
import { databaseName, lakeFilesIn } from "./core/lake-files.ts";
import { openForReading } from "./sqlite/open-database.ts";
import { snapshotDatabase } from "./sqlite/snapshot-database.ts";

/**
 * The bytes of a backup of a lake that no process has open. Of one whose newest changes are damaged it holds what can be
 * read.
 *
 * @throws {LakeFileError} When there is no lake, another process has it open, or its file cannot be read.
 */
export async function packFolder(dataFolder: string): Promise<AsyncIterable<Uint8Array>> {
  const { database: file, assetFolder } = lakeFilesIn(dataFolder);
  const alone = openForReading(file);
  // Beside the lake, where there is room for one of its size or somebody has to make some.
  const folder = await mkdtemp(join(dataFolder, "snapshot-"));
  const copy = join(folder, databaseName);
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await snapshotDatabase(file, copy);
  } catch (error) {
    await clear();
    throw error;
  } finally {
    alone.close();
  }
  return (async function* () {
    try {
      yield* packLake(copy, existsSync(assetFolder) ? assetFolder : undefined, new Date());
    } finally {
      await clear();
    }
  })();
}
