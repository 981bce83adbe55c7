import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../../lake/core/clock.ts";
import type { Dataset } from "../../../lake/core/dataset.ts";
import { openDataset } from "../../../lake/core/open-dataset.ts";
import { documentStore } from "../../../lake/sqlite/document-store.ts";
import { groupWrites, type GroupedWrites } from "../../../lake/sqlite/group-writes.ts";
import { openDatabase } from "../../../lake/sqlite/open-database.ts";
import { statementsOf, type Statements } from "../../../lake/sqlite/statements.ts";
import { dataFolderOfTest } from "../support/data-folder.ts";

interface OpenWrites {
  readonly database: DatabaseSync;
  readonly statements: Statements;
  readonly writes: GroupedWrites;
  readonly dataset: Dataset;
  /** The ids of documents as another connection sees them. */
  stored(): readonly unknown[];
}

function openWrites(mostMs = Number.POSITIVE_INFINITY): OpenWrites {
  const file = join(dataFolderOfTest(), "lake.sqlite");
  const database = openDatabase(file);
  const reader = new DatabaseSync(file, { readOnly: true });
  onTestFinished(() => {
    reader.close();
    database.close();
  });
  const statements = statementsOf(database);
  const store = documentStore(statements, "production", { isOnlyWriter: true });
  const parts = { projectId: "p", name: "production", clock: systemClock, log: () => {} };
  return {
    ...{ database, statements, writes: groupWrites(statements, mostMs) },
    dataset: openDataset({ ...parts, store, idsSelectedBy: () => [] }),
    stored: () =>
      reader
        .prepare("SELECT id FROM documents ORDER BY id")
        .all()
        .map(({ id }) => id),
  };
}

const create = (dataset: Dataset, _id: string, text = ""): void =>
  void dataset.commit({ author: "me", mutations: [{ create: { _id, _type: "story", text } }] });
const patch = (dataset: Dataset, id: string, text: string): void =>
  void dataset.commit({ author: "me", mutations: [{ patch: { id, set: { text } } }] });

test("what several write at the same time is told of when all of it is on the disk, and not before", async () => {
  const { writes, dataset, stored } = openWrites();
  const seen: (readonly unknown[])[] = [];
  dataset.subscribe(() => seen.push(stored()));
  const all = ["a", "b", "c"].map((id) => writes.run(() => create(dataset, id)).then(stored));
  expect(stored()).toEqual([]);
  expect(await Promise.all(all)).toEqual(Array(3).fill(["a", "b", "c"]));
  expect(seen).toEqual(Array(3).fill(["a", "b", "c"]));
});

test("a group that has taken its time leaves the others to the next", async () => {
  const { writes, dataset, stored } = openWrites(0);
  const all = ["a", "b", "c"].map((id) => writes.run(() => create(dataset, id)).then(stored));
  expect(await Promise.all(all)).toEqual([["a"], ["a", "b"], ["a", "b", "c"]]);
});

test("one that is refused is refused alone, and each sees what those before it did", async () => {
  const { writes, dataset, stored } = openWrites();
  const outcomes = await Promise.allSettled([
    writes.run(() => create(dataset, "a", "1")),
    writes.run(() => create(dataset, "a", "2")),
    writes.run(() => patch(dataset, "a", "3")),
    writes.run(() => patch(dataset, "nobody", "4")),
    writes.run(() => dataset.documents(["a"])[0]?.["text"]),
  ]);
  expect(outcomes).toMatchObject([
    { status: "fulfilled" },
    { reason: { status: 409 } },
    { status: "fulfilled" },
    { reason: { status: 409 } },
    { value: "3" },
  ]);
  expect(stored()).toEqual(["a"]);
  expect([...dataset.history({})]).toHaveLength(2);
});

test("when the disk does not take a group, all of it is refused, and nobody hears or remembers any of it", async () => {
  const { statements, writes, dataset, stored } = openWrites();
  create(dataset, "a", "before");
  let heard = 0;
  dataset.subscribe(() => (heard += 1));
  const failing = (): void => {
    // What only the end of a transaction finds out.
    statements.run("PRAGMA defer_foreign_keys = ON");
    statements.run("INSERT INTO changes VALUES ('production', 'x', 1000, 0, NULL, 0, '', '', '')");
  };
  const outcomes = await Promise.allSettled([
    writes.run(() => patch(dataset, "a", "during")),
    writes.run(() => dataset.documents(["a"])),
    writes.run(() => create(dataset, "b")),
    writes.run(failing),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
  expect([heard, stored()]).toEqual([0, ["a"]]);
  expect(dataset.documents(["a", "b"])).toMatchObject([{ text: "before" }]);

  await writes.run(() => patch(dataset, "a", "after"));
  expect([heard, dataset.documents(["a"])]).toMatchObject([1, [{ text: "after" }]]);
});

test("when the disk is full, what is refused is not stored, and what is not refused is", async () => {
  const { database, writes, dataset, stored } = openWrites();
  create(dataset, "a");
  const { page_count: pages } = database.prepare("PRAGMA page_count").get() ?? {};
  database.exec(`PRAGMA max_page_count = ${Number(pages) + 20}`);
  const ids = ["b", "c", "d", "e"];
  const outcomes = await Promise.allSettled(
    ids.map((id) => writes.run(() => create(dataset, id, "x".repeat(id === "c" ? 500_000 : 10)))),
  );
  const kept = ids.filter((_, index) => outcomes[index]?.status === "fulfilled");
  expect(outcomes[1]).toMatchObject({ reason: { status: 503 } });
  expect(stored()).toEqual(["a", ...kept]);
  database.exec("PRAGMA max_page_count = 100000");
  await writes.run(() => create(dataset, "f"));
  expect(stored()).toEqual(["a", ...kept, "f"]);
});

test("what waits can be written at once", () => {
  const { writes, dataset, stored } = openWrites();
  void writes.run(() => create(dataset, "a"));
  void writes.run(() => create(dataset, "b"));
  writes.flush();
  expect(stored()).toEqual(["a", "b"]);
});
