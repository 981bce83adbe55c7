import { expect, test } from "vitest";
import { z } from "zod";
import { runImport, undoRun } from "../../../importer/index.ts";
import { authorHeader } from "../../../importer/lake-connection/author-header.ts";
import { openTestLake } from "../../support/open-test-lake.ts";
import { storyText, temporaryStories } from "../../support/temporary-stories.ts";

test.each([
  ["https://api.sanity.io", "r1", {}],
  ["https://abc.api.sanity.io", "r1", {}],
  ["http://127.0.0.1:3333", "r1", { "x-lake-program": "Importer/r1" }],
  ["http://127.0.0.1:3333", undefined, { "x-lake-program": "Importer" }],
  ["http://127.0.0.1:3333", "the first\nrun", { "x-lake-program": "Importer" }],
])("authorHeader() of %s and run %s", (apiHost, run, headers) => {
  expect(authorHeader(apiHost, run)).toEqual(headers);
});

test("in the embedded lake's history the importer, with its run, is the author of all that a run and its undo write", async () => {
  await using lake = await openTestLake();
  const authors = async (): Promise<string[]> => {
    const log = await fetch(`${lake.url}/v1/data/history/production/transactions?excludeMutations=true`);
    const lines = (await log.text()).trim().split("\n");
    return lines.map((line) => z.object({ author: z.string() }).parse(JSON.parse(line)).author);
  };
  const inputs = [temporaryStories({ "a.txt": storyText() })];
  const { run } = await runImport({ client: lake.client, inputs, newRunId: () => "run-1" });
  const imported = await authors();
  expect(new Set(imported)).toEqual(new Set(["program.Importer.run-1"]));

  await lake.client.create({ _id: "note", _type: "note" });
  await undoRun({ client: lake.client, run });
  const [edited, ...undone] = (await authors()).slice(imported.length);
  expect(edited).toBe("local");
  expect(new Set(undone)).toEqual(new Set(["program.Importer.run-1"]));
});
