import { existsSync, readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { walOf } from "../core/lake-files.ts";
import { defineFunctions } from "./define-functions.ts";
import { findWalDamage } from "./find-wal-damage.ts";
import { LakeFileError, lakeFileError } from "./lake-file-error.ts";
import { lockOutLake } from "./lake-lock.ts";
import { soundnessOf } from "./soundness-of.ts";
import { statementsOf } from "./statements.ts";
import { emptyIndex } from "./text-index.ts";
import { setUpWriter, type Durability } from "./writer-settings.ts";

const migrations = new URL("./migrations/", import.meta.url);

/**
 * Opens the database to read and write, makes sure that it can be read, and brings its tables up to date. Only whoever
 * holds the lock ({@link lockLake}) may: a second writer would not hear of this one's commits.
 *
 * Damage that is found now can still be mended from a backup that is not too old.
 *
 * @param file A path, or `:memory:`.
 * @param check Whether to look at every page first, or to leave that to somebody else.
 * @throws {LakeFileError} When the file is damaged, or cannot be written.
 */
export function openDatabase(
  file: string,
  durability: Durability = "for good",
  check: "now" | "later" = "now",
): DatabaseSync {
  // Before SQLite opens it: on closing, SQLite would make the log that it could read in part into the whole.
  if (file !== ":memory:" && findWalDamage(walOf(file))) {
    throw new LakeFileError("damaged", "its newest changes, in lake.sqlite-wal, are damaged");
  }
  const database = connect(file, false);
  try {
    setUpWriter(database, durability);
    const found = check === "now" ? soundnessOf(database) : "sound";
    if (found === "damaged") throw new LakeFileError("damaged", "lake.sqlite is damaged");
    migrate(database);
    if (found === "words-damaged")
      statementsOf(database).atomically(() => emptyIndex(statementsOf(database)));
    return database;
  } catch (error) {
    database.close();
    throw lakeFileError(error) ?? error;
  }
}

/** A database that is read, and that no lake opens in the meantime. */
interface DatabaseAlone {
  readonly database: DatabaseSync;
  close(): void;
}

/**
 * Opens a database for reading beside nobody, whatever its state, and changes nothing in it.
 *
 * @throws {LakeFileError} When it is no database, or another process has it open.
 */
export function openForReading(file: string): DatabaseAlone {
  if (!existsSync(file)) throw new LakeFileError("missing", "it holds no lake.sqlite");
  const lock = lockOutLake(file);
  let database: DatabaseSync | undefined;
  const close = (): void => {
    database?.close();
    lock.release();
  };
  try {
    database = connect(file, true);
    database.prepare("SELECT 1 FROM sqlite_schema").get();
    return { database, close };
  } catch (error) {
    close();
    throw lakeFileError(error) ?? error;
  }
}

/** Whether another process has a database open. One that cannot be read, nobody has. */
export function isLakeInUse(file: string): boolean {
  try {
    openForReading(file).close();
    return false;
  } catch (error) {
    const found = lakeFileError(error);
    if (found === undefined) throw error;
    return found.trouble === "in-use";
  }
}

function connect(file: string, readOnly: boolean): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { readOnly });
    defineFunctions(database);
    return database;
  } catch (error) {
    throw lakeFileError(error) ?? error;
  }
}

function migrate(database: DatabaseSync): void {
  const done = Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  const files = readdirSync(migrations)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  // What the schema says of a table may be changed here, and nowhere else.
  database.enableDefensive(false);
  for (const [index, name] of files.entries()) {
    if (index < done) continue;
    const script = readFileSync(new URL(name, migrations), "utf8");
    database.exec(`BEGIN; ${script}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
  database.enableDefensive(true);
}
