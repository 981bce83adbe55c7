import { onTestFinished, expect, test } from "vitest";
import { startServer } from "../../../../cli/start-server.ts";
import { runImport } from "../../../../importer/index.ts";
import { keptReasons } from "../../../../importer/runs/undo/undo-plan.ts";
import { askImporter, fetchRetriable } from "../../../../studio/desk/importer/ask-importer.ts";
import { commandOf } from "../../../../studio/desk/runs/command-of.ts";
import { wordsOfReason } from "../../../../studio/desk/runs/reason-words.ts";
import { runsQuery, waitingQuery } from "../../../../studio/desk/runs/run-queries.ts";
import { manyStories, temporaryFolder, temporaryStories } from "../../../support/temporary-stories.ts";

async function openServer() {
  const studio = Promise.resolve(() => undefined);
  const server = await startServer({ dataFolder: temporaryFolder(), port: 0, studio, log: () => {} });
  onTestFinished(() => server.close());
  return server;
}

const quietly = { signal: new AbortController().signal, onProgress: () => {} };

test("askImporter() undoes a run, and the list of runs shows what came of it", async () => {
  const { url: origin, client } = await openServer();
  const folder = temporaryStories({ ...manyStories(2), "bad.txt": "A\0" });
  const { run } = await runImport({ inputs: [folder], client });
  const shown = async () => {
    const { query, params, schema } = runsQuery(20);
    return schema.parse(await client.fetch(query, params));
  };
  const waiting = waitingQuery(run);
  expect(waiting.schema.parse(await client.fetch(waiting.query, waiting.params))).toBe(2);
  expect(await shown()).toMatchObject([
    { run, undoneAt: null, counts: { created: 2, failed: 1 }, failures: [{ problems: [{}] }] },
  ]);

  const steps: string[] = [];
  const onProgress = (done: number, all: number): void => void steps.push(`${done} of ${all}`);
  const dry = await askImporter({ kind: "undo", run, dryRun: true }, { ...quietly, origin, onProgress });
  expect(dry).toMatchObject({ kind: "undone", whole: 2, kept: 0 });
  expect(steps.at(-1)).toBe("2 of 2");
  expect(await askImporter({ kind: "undo", run }, { ...quietly, origin })).toEqual({
    ...dry,
    interrupted: false,
  });
  expect(await shown()).toMatchObject([{ run, undoneBy: "local", undoneAt: expect.any(String) }]);
  expect(await askImporter({ kind: "undo", run }, { ...quietly, origin })).toMatchObject({
    kind: "failed",
    message: expect.stringContaining("nothing left to undo"),
  });
});

test("askImporter() and fetchRetriable() tell of an importer that is not there", async () => {
  const { url: origin } = await openServer();
  expect(await fetchRetriable(origin)).toEqual([]);
  expect(await fetchRetriable("http://127.0.0.1:9")).toBeUndefined();
  const deed = { kind: "retry", run: "one" } as const;
  expect(await askImporter(deed, { ...quietly, origin: "http://127.0.0.1:9" })).toEqual({ kind: "lost" });
  expect(await askImporter(deed, { ...quietly, origin })).toMatchObject({
    kind: "failed",
    message: expect.stringContaining("none of its failed stories"),
  });
});

test("every reason why an undo keeps something has its words", () => {
  expect(keptReasons.map(wordsOfReason)).not.toContain(undefined);
  expect(wordsOfReason("the lake is full")).toBeUndefined();
});

test("commandOf() names the project that the Studio is about", () => {
  expect(commandOf({ kind: "undo", run: "r" }, { projectId: "p", dataset: "d" })).toBe(
    "npx copydesk undo r --dry-run --project p --dataset d",
  );
  expect(commandOf({ kind: "retry", run: "r" }, { projectId: undefined, dataset: undefined })).toBe(
    "npx copydesk import --retry r",
  );
});
