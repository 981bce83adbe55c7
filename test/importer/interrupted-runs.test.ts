import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPicture } from "../../importer/assets/picture-file.ts";
import { PictureStore } from "../../importer/assets/picture-store.ts";
import {
  type ImportOptions,
  Interrupted,
  applyPlan,
  listRuns,
  planImport,
  undoRun,
} from "../../importer/index.ts";
import { openConnection } from "../../importer/lake-connection/open-connection.ts";
import { runContext } from "../../importer/run-context.ts";
import { folder, importFolder, lake, openForEachTest } from "../support/lake-and-folder.ts";
import { shortStory } from "../support/story-folder.ts";
import { makePicture } from "./assets/make-pictures.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens"), "b.txt": shortStory("Tunnel opens", "At last.") });

const isMutation = (request: Request): boolean => new URL(request.url).pathname.includes("/data/mutate/");
const isQuery = (request: Request): boolean => new URL(request.url).pathname.includes("/data/query/");
/** What is known of outlets is asked for before any story is read. */
const isOfStories = (request: Request): boolean => isQuery(request) && !request.url.includes("import.outlet");

/** Nothing here takes longer than that but what waits for the minute that the lake has asked for. */
const momentMs = 10_000;

/** Lets the lake ask for a minute's patience, and interrupts whoever has been asked. */
function interruptAtRetryAfter(asked: (request: Request) => boolean): AbortSignal {
  const stopping = new AbortController();
  lake.intercept((request) => {
    if (!asked(request)) return undefined;
    // The answer has arrived a turn of the event loop later, or arrives when the signal is aborted already.
    setTimeout(() => stopping.abort(), 50);
    const headers = { "retry-after": "60", "content-type": "application/json" };
    return new Response("{}", { status: 429, headers });
  });
  return stopping.signal;
}

async function withinAMoment<Value>(doing: Promise<Value>): Promise<Value> {
  const startedAt = performance.now();
  const value = await doing;
  expect(performance.now() - startedAt).toBeLessThan(momentMs);
  return value;
}

test("runImport() interrupted while the lake asks for a minute ends at once, and says of what it is not sure", async () => {
  const signal = interruptAtRetryAfter(isMutation);
  const report = await withinAMoment(importFolder({ signal }));
  expect(report).toMatchObject({ interrupted: true, counts: { read: 2, skipped: 2, failed: 0 } });
  expect(report.stories).toMatchObject([
    { reason: "interrupted", problems: [{ code: "not-written" }] },
    { reason: "interrupted", problems: [{ code: "not-written" }] },
  ]);
  lake.intercept(undefined);
  expect((await importFolder()).counts).toMatchObject({ created: 2 });
});

test("runImport() interrupted while a look into the lake has to wait tells of every story that it has read", async () => {
  const signal = interruptAtRetryAfter(isOfStories);
  await folder.write({ "c.txt": "" });
  const report = await withinAMoment(importFolder({ signal }));
  expect(report).toMatchObject({ interrupted: true, counts: { read: 3, skipped: 3 } });
  expect(report.stories.map(({ reason, problems }) => reason ?? problems[0]?.code)).toEqual([
    "interrupted",
    "interrupted",
    "empty-input",
  ]);
  expect(lake.requests.get("mutate")).toBeUndefined();
});

test("runImport() that is interrupted in the midst completes its record, though it has to wait for its turn", async () => {
  const stopping = new AbortController();
  const report = await importFolder({
    signal: stopping.signal,
    concurrency: 1,
    mutationsPerSecond: 1,
    onProgress: ({ stage }) => stage === "upsert" && stopping.abort(),
  });
  expect(report).toMatchObject({ interrupted: true, counts: { created: 1, skipped: 1 } });
  const [run] = await listRuns(lake.client);
  expect(run).toMatchObject({ finishedAt: report.finishedAt, counts: { created: 1, skipped: 1 } });
});

const waits: readonly {
  readonly name: string;
  /** Options of an import that waits for something that never comes, and calls back once it does. */
  readonly options: (waiting: () => void) => Promise<Partial<ImportOptions>>;
}[] = [
  {
    name: "standard input",
    options: async (waiting) => ({
      inputs: ["-"],
      stdin: (async function* () {
        yield new TextEncoder().encode("Half a headl");
        waiting();
        await new Promise(() => {});
      })(),
    }),
  },
  {
    name: "a pipe that nobody writes to",
    options: async (waiting) => {
      execFileSync("mkfifo", [join(folder.path, "c.txt")]);
      return { onProgress: ({ done }) => done === 1 && waiting() };
    },
  },
];

test.each(waits)("runImport() interrupted while it waits for $name ends at once", async ({ options }) => {
  const stopping = new AbortController();
  const waiting = await options(() => stopping.abort());
  const report = await withinAMoment(importFolder({ signal: stopping.signal, ...waiting }));
  expect(report.interrupted).toBe(true);
  expect(report.counts.created).toBe(0);
});

test("an upload that is interrupted ends at once", async () => {
  const stopping = new AbortController();
  const answer = Promise.withResolvers<Response>();
  lake.answer(() => {
    stopping.abort();
    return answer.promise;
  });
  const read = await readPicture(await makePicture("jpeg"));
  if (read.kind !== "picture") throw new Error(read.why);
  const connection = openConnection(lake.client, runContext({ signal: stopping.signal }));
  await expect(withinAMoment(connection.upload(read.picture, "a.jpg"))).rejects.toBeInstanceOf(Interrupted);
  expect(await new PictureStore(connection).store(read.picture, "a.jpg")).toMatchObject({ kind: "refused" });
  answer.resolve(new Response());
});

test("undoRun() interrupted while the lake asks for a minute ends at once, and completes the next time", async () => {
  await importFolder({ newRunId: () => "one" });
  const signal = interruptAtRetryAfter(isMutation);
  const report = await withinAMoment(undoRun({ client: lake.client, run: "one", signal }));
  expect(report).toMatchObject({ interrupted: true, stories: [], sources: { restored: [], kept: [] } });
  lake.intercept(undefined);
  expect(await undoRun({ client: lake.client, run: "one" })).toMatchObject({ interrupted: false });
  expect(await lake.client.fetch('count(*[_type == "article"])')).toBe(0);
});

test("applyPlan() interrupted while the lake asks for a minute ends at once, and completes the next time", async () => {
  const { plan } = await planImport({ inputs: [folder.path], client: lake.client });
  const signal = interruptAtRetryAfter(isMutation);
  const report = await withinAMoment(applyPlan({ client: lake.client, plan, signal }));
  expect(report).toMatchObject({ interrupted: true, stories: [] });
  lake.intercept(undefined);
  const { stories } = await applyPlan({ client: lake.client, plan });
  expect(stories.map(({ outcome }) => outcome)).toEqual(["applied", "applied"]);
});

test("planImport() and listRuns() interrupted while the lake asks for a minute end at once", async () => {
  const planned = planImport({
    inputs: [folder.path],
    client: lake.client,
    signal: interruptAtRetryAfter(isQuery),
  });
  expect(await withinAMoment(planned)).toMatchObject({
    report: { interrupted: true },
    plan: { stories: [] },
  });
  const listed = listRuns(lake.client, interruptAtRetryAfter(isQuery));
  await expect(withinAMoment(listed)).rejects.toBeInstanceOf(Interrupted);
});
