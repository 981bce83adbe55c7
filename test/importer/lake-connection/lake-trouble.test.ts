import { expect, test } from "vitest";
import { ImportError, type ImportOptions, type ImportReport } from "../../../importer/index.ts";
import { folder, importFolder, lake, openForEachTest } from "../../support/lake-and-folder.ts";
import { clientOf, openTestLake } from "../../support/open-test-lake.ts";
import { shortStory, storyFolder } from "../../support/story-folder.ts";

openForEachTest({ "a.txt": shortStory("Bridge opens") });

const run = (options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
  importFolder({ pause: async () => {}, ...options });

const isMutation = (request: Request): boolean => new URL(request.url).pathname.includes("/data/mutate/");

const unavailable = (): Response => Response.json({ error: { description: "busy" } }, { status: 503 });

async function errorOf(running: Promise<unknown>): Promise<ImportError> {
  const error: unknown = await running.then(
    () => new Error("did not fail"),
    (cause: unknown) => cause,
  );
  if (!(error instanceof ImportError)) throw error;
  return error;
}

test("runImport() sends a transaction again, under the same id, when the lake is busy", async () => {
  const sent: unknown[] = [];
  lake.intercept((request) => {
    if (!isMutation(request)) return undefined;
    sent.push(
      request
        .clone()
        .json()
        .then((body: { transactionId?: string }) => body.transactionId),
    );
    return sent.length < 3 ? unavailable() : undefined;
  });
  expect((await run()).counts.created).toBe(1);
  const ids = await Promise.all(sent);
  expect(ids.slice(0, 3)).toEqual([ids[0], ids[0], ids[0]]);
  expect(ids[0]).toMatch(/^import-[0-9a-f]{20}$/);
});

test("runImport() does not write twice when only the answer of the lake was lost", async () => {
  let lost = 0;
  const fetch = lake.fetch;
  lake.answer(async (request) => {
    const response = await fetch(request);
    return isMutation(request) && lost++ === 0 ? unavailable() : response;
  });
  const report = await run();
  expect(report.counts).toMatchObject({ created: 1, failed: 0 });
  // The transaction, the same again, and the end of the run.
  expect(lost).toBe(3);
  expect(await lake.client.fetch('count(*[_type == "article"])')).toBe(1);
});

test("runImport() gives up on a lake that stays busy, and tells what was done", async () => {
  await folder.write({ "b.txt": shortStory("Tunnel opens") });
  let mutations = 0;
  lake.intercept((request) => (isMutation(request) && ++mutations > 1 ? unavailable() : undefined));
  const error = await errorOf(run({ concurrency: 1 }));
  expect(error).toMatchObject({ code: "lake-unreachable", hint: expect.stringContaining("import again") });
  expect(mutations).toBe(6);
  expect(error.report).toMatchObject({ interrupted: true, counts: { read: 2, created: 1, failed: 1 } });
  lake.intercept(undefined);
  expect((await run()).counts).toMatchObject({ created: 1, unchanged: 1 });
});

test("runImport() does not send again what the lake refuses", async () => {
  let mutations = 0;
  lake.intercept((request) => {
    if (!isMutation(request)) return undefined;
    mutations += 1;
    return Response.json({ error: { description: "the document is too large" } }, { status: 413 });
  });
  // What is known of an outlet goes along with the first story, and alone if that is refused.
  const report = await run({ outlets: false });
  expect(mutations).toBe(1);
  expect(report.counts).toMatchObject({ read: 1, failed: 1 });
  expect(report.problems).toMatchObject([
    { code: "write-refused", message: expect.stringContaining("too large") },
  ]);
});

test("runImport() waits as long as a lake with too many requests tells it to", async () => {
  const pauses: number[] = [];
  let mutations = 0;
  lake.intercept((request) =>
    isMutation(request) && mutations++ === 0
      ? new Response("{}", {
          status: 429,
          headers: { "retry-after": "2", "content-type": "application/json" },
        })
      : undefined,
  );
  const report = await run({ pause: async (milliseconds) => void pauses.push(milliseconds) });
  expect(report.counts.created).toBe(1);
  expect(pauses).toEqual([2000]);
});

test("runImport() reads and plans again when an editor writes at the same moment", async () => {
  await run();
  await folder.write({ "a.txt": shortStory("Bridge opens", "It was closed for a year.") });
  const id = await lake.client.fetch<string>('*[_type == "article"][0]._id');
  let mutations = 0;
  const fetch = lake.fetch;
  lake.answer(async (request) => {
    if (isMutation(request) && mutations++ === 0) {
      await clientOf(lake.url).patch(id).set({ headline: "The bridge is open" }).commit();
    }
    return fetch(request);
  });
  const report = await run();
  expect(report.stories[0]?.outcome).toBe("merged");
  expect(await lake.client.fetch("*[_id == $id][0].headline", { id })).toBe("The bridge is open");
});

test("runImport() gives up on a story after three conflicts and goes on with the next", async () => {
  await folder.write({ "b.txt": shortStory("Tunnel opens") });
  let mutations = 0;
  lake.intercept((request) => {
    if (!isMutation(request) || ++mutations > 3) return undefined;
    const error = { type: "mutationError", description: "unexpected revision", items: [] };
    return Response.json({ error }, { status: 409 });
  });
  const report = await run({ concurrency: 1, outlets: false });
  expect(report.stories.map(({ outcome }) => outcome)).toEqual(["failed", "created"]);
  expect(report.stories[0]?.problems).toMatchObject([{ code: "conflict" }]);
});

test("runImport() throws token-refused for a token that the lake does not know", async () => {
  await using guarded = await openTestLake({ tokens: ["secret"] });
  const error = await errorOf(run({ client: clientOf(guarded.url, "wrong") }));
  expect(error).toMatchObject({ code: "token-refused", hint: expect.stringContaining("SANITY_TOKEN") });
  expect(error.report).toBeUndefined();
});

test("runImport() throws lake-unreachable, with the address, when nothing listens there", async () => {
  const { url } = lake;
  await lake.close();
  const error = await errorOf(run());
  expect(error).toMatchObject({ code: "lake-unreachable", message: expect.stringContaining(url) });
  expect(error.cause).toBeInstanceOf(Error);
});

test("runImport() completes after the lake was lost half-way: nothing lost, nothing doubled", async () => {
  for (let number = 0; number < 12; number += 1) {
    await folder.write({ [`${number}.txt`]: shortStory(`Story ${number}`, `It has the number ${number}.`) });
  }
  await using data = await storyFolder();
  const first = await openTestLake({ dataFolder: data.path });
  let mutations = 0;
  let closing: Promise<void> | undefined;
  first.intercept((request) => {
    if (isMutation(request) && ++mutations === 5) closing = first.close();
    return undefined;
  });
  const error = await errorOf(run({ client: first.client, concurrency: 1 }));
  await closing;
  expect(error.code).toBe("lake-unreachable");
  expect(error.report?.counts.created).toBeGreaterThan(0);
  expect(error.report?.counts.failed).toBeGreaterThan(0);

  await using second = await openTestLake({ dataFolder: data.path });
  const report = await run({ client: second.client });
  expect(report.counts).toMatchObject({ read: 13, updated: 0, skipped: 0, failed: 0 });
  const counted = await second.client.fetch<number[]>(
    '[count(*[_type == "article"]), count(*[_type == "importRecord"]), count(*[_type == "source"])]',
  );
  expect(counted).toEqual([13, 13, 1]);
  expect((await run({ client: second.client })).counts).toMatchObject({ read: 13, unchanged: 13 });
});

test("runImport() ends after what is under way when its signal is aborted, and goes on the next time", async () => {
  for (const name of ["b", "c", "d"]) await folder.write({ [`${name}.txt`]: shortStory(`Story ${name}`) });
  const stopping = new AbortController();
  const report = await run({
    concurrency: 1,
    signal: stopping.signal,
    onProgress: ({ stage }) => stage === "upsert" && stopping.abort(),
  });
  expect(report).toMatchObject({ interrupted: true, counts: { read: 4, created: 1, skipped: 3 } });
  expect((await run()).counts).toMatchObject({ created: 3, unchanged: 1 });
});
