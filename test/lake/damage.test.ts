import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openServices } from "../../lake/open-services.ts";
import { findWalDamage } from "../../lake/sqlite/find-wal-damage.ts";
import { openDatabase } from "../../lake/sqlite/open-database.ts";
import { dataFolderOfTest, fillLake, garble, overwrite } from "./support/data-folder.ts";

const noise = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 7919 + 13) % 251);

/** Opens the lake of a folder for a moment. */
function open(dataFolder: string): void {
  openServices({ dataFolder }).close();
}

test.each<[what: string, damage: (file: string) => void, message: string]>([
  ["its beginning", (file) => overwrite(file, 0, noise(8192)), "lake.sqlite is no database"],
  ["a page in the middle", (file) => overwrite(file, 40_960, noise(4096)), "lake.sqlite is damaged"],
  ["its end", (file) => truncateSync(file, statSync(file).size - 8192), "lake.sqlite is damaged"],
  ["everything", (file) => writeFileSync(file, noise(20_000)), "lake.sqlite is no database"],
  ["a page that holds nothing but text", (file) => garble(file, "story-5"), "lake.sqlite is damaged"],
])("a lake is not opened when %s is overwritten", (_what, damage, message) => {
  const dataFolder = dataFolderOfTest();
  fillLake(dataFolder);
  open(dataFolder);
  damage(join(dataFolder, "lake.sqlite"));
  expect(() => open(dataFolder)).toThrow(message);
});

test("a long file is opened at once and checked meanwhile: damage is told of, and nothing more is written", async () => {
  const dataFolder = dataFolderOfTest();
  fillLake(dataFolder);
  open(dataFolder);
  garble(join(dataFolder, "lake.sqlite"), "story-5");
  const told = Promise.withResolvers<string>();
  const services = openServices({ dataFolder, checkedAtOnce: 0, log: told.resolve });
  try {
    expect(await told.promise).toContain("lake.sqlite is damaged");
    const create = { _id: "a", _type: "article" };
    expect(() => services.dataset("production").commit({ author: "me", mutations: [{ create }] })).toThrow(
      /lake\.sqlite is damaged.*copydesk check/,
    );
  } finally {
    services.close();
  }
});

test("a check in the background ends with its lake", () => {
  const dataFolder = dataFolderOfTest();
  fillLake(dataFolder);
  openServices({ dataFolder, checkedAtOnce: 0 }).close();
  expect(() => open(dataFolder)).not.toThrow();
});

test("a lake is not opened where its file cannot be one", () => {
  const dataFolder = dataFolderOfTest();
  mkdirSync(join(dataFolder, "lake.sqlite"));
  expect(() => open(dataFolder)).toThrow("lake.sqlite cannot be opened or made");
});

/** The files of a database whose process was killed after some commits, and how many there were. */
function killedLog(commits: number): {
  readonly file: string;
  readonly frameBytes: number;
  readonly folder: string;
} {
  const folder = dataFolderOfTest();
  const file = join(folder, "lake.sqlite");
  const database = openDatabase(join(folder, "alive.sqlite"));
  const insert = database.prepare("INSERT INTO settings VALUES ('local', ?, ?)");
  for (let commit = 0; commit < commits; commit += 1) insert.run(String(commit), "x".repeat(3000));
  copyFileSync(join(folder, "alive.sqlite"), file);
  copyFileSync(join(folder, "alive.sqlite-wal"), `${file}-wal`);
  database.close();
  return { file, frameBytes: 4096 + 24, folder };
}

function keptIn(file: string): number {
  const database = new DatabaseSync(file);
  const row = database.prepare("SELECT count(*) AS count FROM settings").get();
  database.close();
  return Number(row?.["count"]);
}

test("findWalDamage() finds nothing in a log that a killed process left", () => {
  const { file } = killedLog(30);
  expect(findWalDamage(`${file}-wal`)).toBe(false);
  expect(findWalDamage(join(file, "..", "no-such-file"))).toBe(false);
  expect(keptIn(file)).toBe(30);
});

test("findWalDamage() finds every byte that was changed before the last frame", () => {
  const { file, frameBytes } = killedLog(12);
  const log = readFileSync(`${file}-wal`);
  const copy = `${file}-copy`;
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: log.length - frameBytes - 1 }),
      fc.integer({ min: 1, max: 255 }),
      (at, by) => {
        const changed = Buffer.from(log);
        changed[at] = (changed[at] ?? 0) ^ by;
        writeFileSync(copy, changed);
        // The checkpoint's number and the format's are of no account; a page's size that is none cannot be walked.
        return findWalDamage(copy);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});

test("findWalDamage() takes a log that was cut anywhere, as by a kill, for whole", () => {
  const { file } = killedLog(12);
  const log = readFileSync(`${file}-wal`);
  const copy = `${file}-copy`;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: log.length }), (length) => {
      writeFileSync(copy, log.subarray(0, length));
      return !findWalDamage(copy);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("findWalDamage() takes frames of an earlier log behind the end for what they are", () => {
  const folder = dataFolderOfTest();
  const file = join(folder, "lake.sqlite");
  const database = openDatabase(file);
  const insert = database.prepare("INSERT OR REPLACE INTO settings VALUES ('local', ?, ?)");
  const fill = (commits: number): void => {
    for (let commit = 0; commit < commits; commit += 1) insert.run(String(commit), "y".repeat(3000));
  };
  fill(40);
  database.exec("PRAGMA wal_checkpoint(RESTART)");
  fill(5);
  expect(findWalDamage(`${file}-wal`)).toBe(false);
  // And what a rollback left.
  database.exec("PRAGMA cache_size = 10; BEGIN");
  fill(60);
  database.exec("ROLLBACK");
  fill(2);
  expect(findWalDamage(`${file}-wal`)).toBe(false);
  overwrite(`${file}-wal`, 32 + 24 + 100, "changed");
  expect(findWalDamage(`${file}-wal`)).toBe(true);
  database.close();
});

test("a lake is not opened when its log is damaged, and nothing of the log is lost by trying", () => {
  const { file, folder } = killedLog(30);
  overwrite(`${file}-wal`, 32 + 5 * (4096 + 24) + 500, "damage");
  const log = readFileSync(`${file}-wal`);
  expect(() => open(folder)).toThrow("its newest changes, in lake.sqlite-wal, are damaged");
  expect(readFileSync(`${file}-wal`)).toEqual(log);
});

test("a lake that another lake writes to at this moment is in use, not damaged", () => {
  const dataFolder = dataFolderOfTest();
  const other = openServices({ dataFolder });
  other.dataset("production").commit({ author: "local", mutations: [{ create: { _type: "story" } }] });
  other.dataset("production").commit({ author: "local", mutations: [{ create: { _type: "story" } }] });
  overwrite(join(dataFolder, "lake.sqlite-wal"), 32 + 100, "a write under way");
  expect(() => open(dataFolder)).toThrow("another Content Lake is using it");
  other.close();
});
