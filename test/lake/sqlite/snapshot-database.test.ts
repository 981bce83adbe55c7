import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "../../../lake/sqlite/open-database.ts";
import { snapshotDatabase } from "../../../lake/sqlite/snapshot-database.ts";
import { dataFolderOfTest } from "../support/data-folder.ts";

test("snapshotDatabase() copies one moment of a database that is written without a pause", async () => {
  const folder = dataFolderOfTest();
  const file = join(folder, "lake.sqlite");
  const database = openDatabase(file);
  const insert = database.prepare("INSERT INTO settings VALUES ('local', ?, ?)");
  for (let n = 0; n < 40; n += 1) insert.run(`wide ${n}`, "x".repeat(200_000));

  let written = 0;
  let isDone = false;
  const write = (): void => {
    if (isDone) return;
    database.exec("BEGIN IMMEDIATE");
    insert.run(`left ${written}`, "x".repeat(10_000));
    insert.run(`right ${written}`, "");
    database.exec("COMMIT");
    written += 1;
    setImmediate(write);
  };
  write();
  const moments: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const before = written;
    const copy = join(folder, `copy-${n}.sqlite`);
    await snapshotDatabase(file, copy);
    const copied = new DatabaseSync(copy, { readOnly: true });
    const count = (side: string): number =>
      Number(copied.prepare("SELECT count(*) AS n FROM settings WHERE key GLOB ?").get(`${side} *`)?.["n"]);
    expect(count("left")).toBe(count("right"));
    expect(count("left")).toBeGreaterThanOrEqual(before);
    moments.push(count("left"));
    copied.close();
  }
  isDone = true;
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  expect(written).toBeGreaterThan(0);
  database.close();
});
