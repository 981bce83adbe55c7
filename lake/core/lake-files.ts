import { join } from "node:path";

/** The database of a lake, in its folder and in a backup. */
export const databaseName = "lake.sqlite";

/** The folder of uploaded files, likewise. */
export const assetFolderName = "assets";

/** What a lake is made of. */
export interface LakeFiles {
  readonly database: string;
  readonly assetFolder: string;
}

/** Where the parts of a lake are that has a folder to itself, or one that others use too. */
export const lakeFilesIn = (folder: string): LakeFiles => ({
  database: join(folder, databaseName),
  assetFolder: join(folder, assetFolderName),
});

/** The newest changes of a database, which SQLite copies into it from time to time. */
export const walOf = (database: string): string => `${database}-wal`;

/** What whoever has a lake open holds a lock on. It is no part of the lake: moved away, it would keep nobody out. */
export const lockOf = (database: string): string => `${database}-lock`;

/** All that is moved when a lake is, by name: the database with what SQLite keeps beside it, and the uploaded files. */
export const movedParts: readonly string[] = [
  databaseName,
  walOf(databaseName),
  `${databaseName}-shm`,
  assetFolderName,
];
