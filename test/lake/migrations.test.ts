import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { checkLake } from "../../lake/check-lake.ts";
import { layerOf, publishedIdOf } from "../../lake/core/document-id.ts";
import { openServices } from "../../lake/open-services.ts";
import { openDatabase } from "../../lake/sqlite/open-database.ts";
import { isPlaceSql, isPublishedSql, isSeenInDraftsSql, isVersionSql } from "../../lake/sqlite/seen-sql.ts";
import { dataFolderOfTest } from "./support/data-folder.ts";
import { serveTestLake } from "./support/serve-test-lake.ts";

const migrations = new URL("../../lake/sqlite/migrations/", import.meta.url);

/** A file as the lake made it when there were so many migrations. */
function oldDatabase(folder: string, version: number): DatabaseSync {
  const database = new DatabaseSync(join(folder, "lake.sqlite"));
  for (const name of readdirSync(migrations).sort().slice(0, version)) {
    database.exec(readFileSync(new URL(name, migrations), "utf8"));
  }
  database.exec(`PRAGMA user_version = ${version}`);
  return database;
}

function writeOldLake(folder: string, ids: readonly string[]): void {
  const database = oldDatabase(folder, 2);
  const put = database.prepare(
    "INSERT INTO documents (dataset, id, published_id, layer, type, revision, content) VALUES ('production', ?, ?, ?, 'story', 'r', ?)",
  );
  for (const [index, _id] of ids.entries()) {
    const time = `2026-11-0${index + 1}T00:00:00Z`;
    const document = { _id, _type: "story", _rev: "r", _createdAt: time, _updatedAt: time };
    put.run(_id, publishedIdOf(_id), layerOf(_id), JSON.stringify(document));
  }
  database.close();
}

test("indexes of some rows have the conditions that statements have", () => {
  const database = openDatabase(":memory:");
  const made = database
    .prepare("SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'")
    .all()
    .map(({ sql }) => String(sql).split(" WHERE ")[1]);
  database.close();
  const asked = [isPublishedSql("v1"), isSeenInDraftsSql("d"), isVersionSql, isPlaceSql("v1")];
  expect(new Set(made)).toEqual(new Set(asked.map((sql) => sql.replace(/^\w+\./, ""))));
});

test("an older file keeps its documents, and every perspective shows what it should", async () => {
  const folder = dataFolderOfTest();
  writeOldLake(folder, ["a", "drafts.a", "b", "drafts.c", "versions.r1.a", "versions.r1.d"]);
  const lake = await serveTestLake(folder);
  const fetch = (query: string, perspective: "raw" | "published" | "drafts"): Promise<unknown> =>
    lake.client.fetch(query, {}, { perspective });
  const latest = '*[_type == "story"] | order(_updatedAt desc)[0...10]._id';
  expect(await fetch(latest, "raw")).toHaveLength(6);
  expect(await fetch(latest, "published")).toEqual(["b", "a"]);
  expect(await fetch(latest, "drafts")).toEqual(["c", "b", "a"]);
  expect(await fetch('*[_id == "a"][0]._originalId', "drafts")).toBe("drafts.a");

  // What is hidden follows the drafts that come and go.
  await lake.client.mutate([{ delete: { id: "drafts.a" } }, { create: { _id: "drafts.b", _type: "story" } }]);
  expect(await fetch('*[_type == "story"]._originalId', "drafts")).toEqual(["a", "drafts.b", "drafts.c"]);
  await lake.client.mutate([{ delete: { id: "b" } }, { create: { _id: "c", _type: "story" } }]);
  expect(await fetch('*[_type == "story"]._originalId', "drafts")).toEqual(["a", "drafts.b", "drafts.c"]);
  await lake.client.mutate([{ delete: { id: "drafts.b" } }, { delete: { id: "drafts.c" } }]);
  expect(await fetch('*[_type == "story"]._originalId', "drafts")).toEqual(["a", "c"]);
  const count = 'count(*[_type == "story"])';
  expect(await fetch(count, "drafts")).toBe(2);
  expect(await fetch(count, "published")).toBe(2);
  expect(await fetch(count, "raw")).toBe(4);
  await lake.client.createOrReplace({ _id: "c", _type: "another" });
  expect(await fetch(count, "drafts")).toBe(1);
  await lake.close();
});

test("an older file keeps its history, and goes on counting where it was", async () => {
  const folder = dataFolderOfTest();
  const database = oldDatabase(folder, 5);
  const time = "2026-11-01T00:00:00Z";
  const state = (n: number): object => ({ _id: "a", _type: "story", _createdAt: time, _updatedAt: time, n });
  database
    .prepare(
      "INSERT INTO documents (dataset, id, published_id, layer, type, revision, content) VALUES ('production', 'a', 'a', '', 'story', 'two', ?)",
    )
    .run(JSON.stringify({ ...state(2), _rev: "two" }));
  database.exec("INSERT INTO unindexed_documents SELECT rowid FROM documents");
  // Of another dataset, all is thinned out.
  database.exec(`INSERT INTO transactions VALUES (1, 'other', 'gone', '${time}', 'me', '', '[]')`);
  database.exec("INSERT INTO history_starts VALUES ('other', 2)");
  const transaction = database.prepare(
    `INSERT INTO transactions (dataset, id, timestamp, author, request_hash, results) VALUES ('production', ?, '${time}', 'me', '', ?)`,
  );
  const change = database.prepare("INSERT INTO changes VALUES ('production', 'a', ?, 0, ?, 0, ?, '', ?)");
  for (const [index, id] of ["one", "two"].entries()) {
    const mutations = JSON.stringify([{ createOrReplace: state(index + 1) }]);
    const { lastInsertRowid } = transaction.run(
      id,
      JSON.stringify([{ id: "a", operation: index ? "update" : "create" }]),
    );
    change.run(
      lastInsertRowid,
      index ? "one" : null,
      mutations,
      JSON.stringify([0, index ? state(1) : null]),
    );
  }
  database.exec("DELETE FROM transactions WHERE dataset = 'other'");
  database.close();

  const files = { database: join(folder, "lake.sqlite"), assetFolder: join(folder, "assets") };
  expect(await checkLake(files)).toMatchObject({ transactions: 2, damage: [] });
  const services = openServices({ dataFolder: folder, datasets: ["production", "other"] });
  const [production, other] = [services.dataset("production"), services.dataset("other")];
  for (const dataset of [production, other]) {
    dataset.commit({
      author: "me",
      transactionId: "new",
      mutations: [{ createOrReplace: { _id: "a", _type: "story", n: 3 } }],
    });
  }
  expect([...production.history({ ids: ["a"] })]).toMatchObject([
    { sequence: 2, transactionId: "one", changes: [{ mutations: [{ createOrReplace: { n: 1 } }] }] },
    { sequence: 3, transactionId: "two", changes: [{ previousRev: "one" }] },
    {
      sequence: 4,
      transactionId: "new",
      changes: [{ previousRev: "two", effects: { revert: expect.anything() } }],
    },
  ]);
  expect([...other.history({})]).toMatchObject([{ sequence: 5 }]);
  services.close();
  expect(await checkLake(files)).toMatchObject({ documents: 2, transactions: 4, damage: [] });
});
