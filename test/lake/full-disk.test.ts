import { expect, test } from "vitest";
import { LakeError } from "../../lake/core/lake-error.ts";
import { openDataset } from "../../lake/core/open-dataset.ts";
import { systemClock } from "../../lake/core/clock.ts";
import { documentStore } from "../../lake/sqlite/document-store.ts";
import { openDatabase } from "../../lake/sqlite/open-database.ts";
import { statementsOf } from "../../lake/sqlite/statements.ts";

test("a commit that finds the disk full is refused for now, changes nothing, and works again when there is room", () => {
  const database = openDatabase(":memory:");
  const logged: string[] = [];
  const store = documentStore(
    statementsOf(database, (line) => logged.push(line)),
    "production",
  );
  const dataset = openDataset({
    projectId: "p",
    name: "production",
    store,
    clock: systemClock,
    log: () => {},
    idsSelectedBy: () => [],
  });
  const create = (_id: string) => ({
    author: "local",
    mutations: [{ create: { _id, _type: "story", text: "x".repeat(100_000) } }],
  });
  dataset.commit(create("a"));
  const { page_count: pages } = database.prepare("PRAGMA page_count").get() ?? {};
  database.exec(`PRAGMA max_page_count = ${Number(pages) + 5}`);

  const refusal = (): unknown => {
    try {
      return dataset.commit(create("b"));
    } catch (error) {
      return error;
    }
  };
  const error = refusal();
  expect(error).toBeInstanceOf(LakeError);
  expect(error).toMatchObject({ status: 503, message: "Cannot use the data folder: the disk is full" });
  expect(logged).toEqual(["Cannot use the data folder: the disk is full"]);
  expect(dataset.documents(["a", "b"])).toHaveLength(1);

  database.exec("PRAGMA max_page_count = 100000");
  dataset.commit(create("b"));
  expect([...dataset.history({})]).toHaveLength(2);
  database.close();
});
