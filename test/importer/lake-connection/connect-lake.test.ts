import { expect, test } from "vitest";
import { openConnection } from "../../../importer/lake-connection/open-connection.ts";
import { runContext } from "../../../importer/run-context.ts";
import { openTestLake } from "../../support/open-test-lake.ts";

test("commit() names the documents that were to be created if absent and were there, and no other", async () => {
  await using lake = await openTestLake();
  const connection = openConnection(lake.client, runContext());
  await lake.client.create({ _id: "source-old", _type: "source", name: "Old" });
  const before = await lake.client.create({ _id: "article-1", _type: "article", headline: "Before" });
  const result = await connection.commit(
    [
      { createIfNotExists: { _id: "source-old", _type: "source", name: "Old" } },
      { createIfNotExists: { _id: "source-new", _type: "source", name: "New" } },
      { create: { _id: "article-2", _type: "article" } },
      { patch: { id: "article-1", ifRevisionID: before._rev, set: { headline: "After" } } },
    ],
    "t-1",
  );
  expect(result).toEqual({
    kind: "done",
    isWritten: true,
    transactionId: "t-1",
    alreadyThere: new Set(["source-old"]),
  });
});
