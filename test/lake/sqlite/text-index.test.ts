import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { systemClock } from "../../../lake/core/clock.ts";
import { openDataset } from "../../../lake/core/open-dataset.ts";
import type { Dataset, Mutation } from "../../../lake/core/dataset.ts";
import { runQuery } from "../../../lake/query/run-query.ts";
import { idsSelectedBy } from "../../../lake/query/select-ids.ts";
import { documentStore } from "../../../lake/sqlite/document-store.ts";
import { openDatabase } from "../../../lake/sqlite/open-database.ts";
import { statementsOf, type Statements } from "../../../lake/sqlite/statements.ts";
import { textIndex, type TextIndex } from "../../../lake/sqlite/text-index.ts";
import { dataFolderOfTest } from "../support/data-folder.ts";

interface OpenIndex {
  readonly database: DatabaseSync;
  readonly statements: Statements;
  readonly words: TextIndex;
  readonly dataset: Dataset;
}

function openIndex(file = ":memory:"): OpenIndex {
  const database = openDatabase(file);
  const statements = statementsOf(database);
  const words = textIndex(statements);
  const parts = { projectId: "copydesk", name: "production", clock: systemClock, log: () => {} };
  const store = documentStore(statements, "production", { words });
  return { database, statements, words, dataset: openDataset({ ...parts, store, idsSelectedBy }) };
}

const commit = ({ dataset }: OpenIndex, ...mutations: readonly Mutation[]): void =>
  void dataset.commit({ author: "me", mutations });

const story = (id: string, title: string): Mutation => ({ create: { _id: id, _type: "story", title } });

function idsOf({ dataset }: OpenIndex, query: string, layers?: readonly string[]): Promise<unknown> {
  const context = { identity: "me", now: new Date(0), projectId: "copydesk", dataset: "production" };
  return runQuery(dataset, { query, params: {}, view: layers ? { layers } : {} }, context);
}

const waiting = ({ statements }: OpenIndex): number =>
  Number(statements.get("SELECT count(*) AS count FROM unindexed_documents")?.["count"]);

const indexed = ({ statements }: OpenIndex, word: string): number =>
  Number(
    statements.get(
      "SELECT count(*) AS count FROM document_words WHERE document_words MATCH ?",
      `"${word}"`,
    )?.["count"],
  );

test("a search finds what was written a moment ago, before the index has it and after", async () => {
  const lake = openIndex();
  commit(lake, story("a", "a truce"), story("b", "a battle"));
  expect(waiting(lake)).toBe(2);
  expect(await idsOf(lake, '*[title match "truce"]._id')).toEqual(["a"]);
  expect(lake.words.work(100)).toBe(false);
  expect([waiting(lake), indexed(lake, "truce")]).toEqual([0, 1]);
  expect(await idsOf(lake, '*[title match "truce"]._id')).toEqual(["a"]);
  lake.database.close();
});

test("a search finds what a document says now, whatever was done to it", async () => {
  const lake = openIndex();
  const truces = '*[title match "truce"]._id';
  commit(lake, story("a", "a truce"), story("drafts.a", "a battle"), story("versions.r1.a", "a truce"));
  lake.words.work(100);
  expect(await idsOf(lake, truces)).toEqual(["a", "versions.r1.a"]);
  expect(await idsOf(lake, truces, [""])).toEqual(["a"]);
  expect(await idsOf(lake, truces, ["drafts", ""])).toEqual([]);
  expect(await idsOf(lake, truces, ["versions.r1", "drafts", ""])).toEqual(["a"]);

  commit(
    lake,
    { patch: { id: "drafts.a", set: { title: "The Truce" } } },
    { delete: { id: "versions.r1.a" } },
  );
  expect(await idsOf(lake, truces)).toEqual(["a", "drafts.a"]);
  lake.words.work(100);
  expect(await idsOf(lake, truces)).toEqual(["a", "drafts.a"]);

  // Back to what it was, and another document in the row of one that is gone.
  commit(lake, { patch: { id: "drafts.a", set: { title: "a battle" } } }, story("b", "another truce"));
  lake.words.work(100);
  expect(await idsOf(lake, truces)).toEqual(["a", "b"]);
  expect(indexed(lake, "truce")).toBe(2);
  lake.database.close();
});

test("a patch that changes no text leaves the index alone", () => {
  const lake = openIndex();
  commit(lake, story("a", "a truce"));
  lake.words.work(100);
  commit(lake, { patch: { id: "a", set: { views: 1, seen: true, title: "a truce" } } });
  expect(waiting(lake)).toBe(0);
  commit(lake, { patch: { id: "a", set: { title: "a battle" } } });
  expect(waiting(lake)).toBe(1);
  lake.database.close();
});

test("many documents are indexed when they are written, and not all wait for the next pause", () => {
  const lake = openIndex();
  commit(lake, ...Array.from({ length: 100 }, (_, number) => story(`many-${number}`, "a truce")));
  expect([waiting(lake), indexed(lake, "truce")]).toEqual([0, 100]);
  for (let number = 0; number < 300; number += 1) commit(lake, story(`one-${number}`, "a truce"));
  expect(waiting(lake)).toBeLessThan(200);
  expect(indexed(lake, "truce")).toBeGreaterThan(200);
  lake.database.close();
});

test("a commit that fails leaves nothing in the index", () => {
  const lake = openIndex();
  const stories = Array.from({ length: 100 }, (_, number) => story(`many-${number}`, "a truce"));
  expect(() =>
    commit(lake, ...stories, { create: { _id: "x", _type: "story", a: { _ref: "nobody" } } }),
  ).toThrow("references non-existent document");
  expect([waiting(lake), indexed(lake, "truce")]).toEqual([0, 0]);
  lake.database.close();
});

test("an index whose table is damaged is made anew, and no search misses anything", async () => {
  const file = join(dataFolderOfTest(), "lake.sqlite");
  const lake = openIndex(file);
  const stories = Array.from({ length: 200 }, (_, number) => story(`s-${number}`, `truce word${number}`));
  commit(lake, ...stories);
  lake.database.close();

  const damaging = new DatabaseSync(file, { defensive: false });
  damaging.exec("UPDATE document_words_data SET block = x'00ff00ff' WHERE id > 10");
  damaging.close();
  const mended = openIndex(file);
  expect(await idsOf(mended, 'count(*[title match "truce"])')).toBe(200);
  expect(await idsOf(mended, '*[title match "word17"]._id')).toEqual(["s-17"]);
  // Writers are not held up by it either.
  commit(mended, ...stories.map((_, number) => story(`t-${number}`, "another truce")));
  for (let more = true; more;) more = mended.words.work(1_000);
  expect([waiting(mended), indexed(mended, "truce")]).toEqual([0, 400]);
  expect(await idsOf(mended, 'count(*[title match "truce"])')).toBe(400);
  mended.database.close();
});
