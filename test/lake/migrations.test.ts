import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { layerOf, publishedIdOf } from "../../lake/core/document-id.ts";
import { openDatabase } from "../../lake/sqlite/open-database.ts";
import { isPublishedSql, isSeenInDraftsSql, isVersionSql } from "../../lake/sqlite/seen-sql.ts";
import { dataFolderOfTest } from "./support/data-folder.ts";
import { serveTestLake } from "./support/serve-test-lake.ts";

/** A file as the lake wrote it before its third migration. */
function writeOldLake(folder: string, ids: readonly string[]): void {
  const database = new DatabaseSync(join(folder, "lake.sqlite"));
  for (const name of ["0001-documents.sql", "0002-history-starts.sql"]) {
    database.exec(readFileSync(new URL(`../../lake/sqlite/migrations/${name}`, import.meta.url), "utf8"));
  }
  database.exec("PRAGMA user_version = 2");
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
  const asked = [isPublishedSql("v1"), isSeenInDraftsSql("d"), isVersionSql];
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
  expect(await fetch('count(*[_type == "story"])', "drafts")).toBe(2);
  await lake.close();
});
