/**
 * Measures queries over HTTP in datasets of several sizes: each beside the same question in SQL written by hand with the
 * right indexes, and beside groq-js over the documents in memory. Also how long a trivial request waits while the
 * slowest of them runs, memory, and how long a lake takes to start. Each query has been asked before, and the lake has had the
 * time to make the indexes that it makes of what is asked for again.
 *
 * `npm run bench:query -- 10000 100000 1000000`, in articles. Up to `COPYDESK_BENCH_MEMORY` of them (100,000 unless
 * told), groq-js takes part: it needs some 60 kB of memory for each. "times" is how often the lake's time, less two
 * milliseconds for the request, holds that of the SQL, and how often groq-js's time holds that of the lake.
 *
 * A million articles take an hour to make: in the folder `COPYDESK_BENCH_FOLDER`, datasets are kept for the next time.
 */
import { fork } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { makeDataset } from "./query/make-dataset.ts";
import { makeHandDatabase } from "./query/hand-database.ts";
import { measuredQueries, type Examples, type MeasuredQuery } from "./query/measured-queries.ts";
import { measureTimes, type Times } from "./query/measure-times.ts";
import { pageQuery } from "../studio/desk/queue/queue-queries.ts";
import { readDocuments } from "./read-documents.ts";
import { startLake, type LakeProcess } from "./start-lake.ts";

const count = z.coerce.number().int().positive();
const sizes = process.argv.length > 2 ? process.argv.slice(2).map((size) => count.parse(size)) : [10_000];
const inMemory = count.parse(process.env["COPYDESK_BENCH_MEMORY"] ?? 100_000);
/** groq-js joins by trying all with all; what it has not answered by then is left out, and all behind it. */
const patienceMs = 60_000;
/** What a request costs besides its query, about; SQL by hand is asked without one. */
const httpMs = 2;
const folder = await mkdtemp(join(tmpdir(), "copydesk-bench-"));
const kept = process.env["COPYDESK_BENCH_FOLDER"] ?? folder;

try {
  for (const articles of sizes) await measureSize(articles);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measureSize(articles: number): Promise<void> {
  const dataFolder = join(kept, String(articles));
  const documents = await timed("made", () => keptDataset(dataFolder, articles));
  const started = performance.now();
  await using lake = await startLake({ dataFolder });
  const startMs = performance.now() - started;
  console.log(
    `\n${articles} articles, ${documents} documents; the lake started in ${startMs.toFixed(0)} ms\n`,
  );
  const hand = await timed("written by hand", () =>
    makeHandDatabase(join(folder, `${articles}.sqlite`), readDocuments(lake.url)),
  );
  const queries = measuredQueries(await examplesOf(lake));
  const groqMs = articles <= inMemory ? await timed("groq-js", () => groqInMemory(lake.url, queries)) : [];
  // What is asked for again and again gets an index, in the background.
  await timed("indexed", async () => {
    for (const query of [...queries, ...queries, ...queries]) await asked(lake.url, query);
    await lake.indexed();
  });
  let worst: { readonly query: MeasuredQuery; readonly ms: number } | undefined;
  console.log(row("query", "median ms", "p95", "by hand", "times", "groq-js", "times"));
  for (const [index, query] of queries.entries()) {
    // What the lake refuses takes no time that would say anything.
    const refusal = await asked(lake.url, query);
    if (refusal !== undefined) {
      console.log(row(query.name, "refused"), refusal);
      continue;
    }
    const over = await overHttp(lake.url, query);
    const statement = hand.prepare(query.sql);
    const byHand = await measureTimes(() => JSON.stringify(statement.all(...(query.values ?? []))));
    // SQLite kept this process busy: a connection that the lake has given up meanwhile is noticed only now.
    await new Promise((resolve) => setTimeout(resolve, 50));
    console.log(rowOf(query, over, byHand, groqMs[index]));
    if (over.median > (worst?.ms ?? 0)) worst = { query, ms: over.median };
  }
  hand.close();
  if (worst) await measureWait(lake, worst.query);
  console.log(`peak memory of the lake: ${Math.round((await lake.cost()).peakMb)} MB`);
}

/** @returns How many documents a dataset has, which is made unless it was kept. */
async function keptDataset(dataFolder: string, articles: number): Promise<number> {
  // Written last: a dataset without it was not finished.
  const file = `${dataFolder}.documents`;
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known !== undefined) return count.parse(known);
  await rm(dataFolder, { recursive: true, force: true });
  const documents = await makeDataset(dataFolder, articles);
  await writeFile(file, String(documents));
  return documents;
}

function rowOf(
  { name }: MeasuredQuery,
  over: Times,
  byHand: Times,
  groqMs: number | null | undefined,
): string {
  const ratio = (a: number, b: number): string => (b === 0 ? "" : (a / b).toFixed(a / b < 10 ? 1 : 0));
  return row(
    ...[name, over.median.toFixed(1), over.p95.toFixed(1)],
    ...[byHand.median.toFixed(2), ratio(Math.max(0, over.median - httpMs), byHand.median)],
    ...(typeof groqMs !== "number" ? ["", ""] : [groqMs.toFixed(0), ratio(groqMs, over.median)]),
  );
}

function row(name: string, ...cells: readonly string[]): string {
  return [name.padEnd(40), ...cells.map((cell) => cell.padStart(10))].join("").trimEnd();
}

/** Median and p95 of a query over HTTP, its answer read whole. */
async function overHttp(url: string, query: MeasuredQuery): Promise<Times> {
  // What takes seconds is not asked twenty times.
  const first = await measureTimes(() => ask(url, query), 1, 0);
  return first.median > 3_000 ? first : measureTimes(() => ask(url, query));
}

async function ask(url: string, query: MeasuredQuery): Promise<void> {
  const refusal = await asked(url, query);
  if (refusal !== undefined) throw new Error(`The lake refused ${query.groq}: ${refusal}`);
}

/** @returns Why the lake refuses a query; `undefined` when it answers. */
async function asked(
  url: string,
  { groq, params = {}, perspective }: MeasuredQuery,
): Promise<string | undefined> {
  const answer = await fetch(
    new URL(`/v2025-02-19/data/query/production?perspective=${perspective}&returnQuery=false`, url),
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: groq, params }),
    },
  );
  const text = await answer.text();
  return answer.ok ? undefined : `${answer.status} ${text}`;
}

/** How long a document is waited for while something slow is answered. */
async function measureWait(lake: LakeProcess, worst: MeasuredQuery): Promise<void> {
  const trivial = new URL("/v2025-02-19/data/doc/production/source-reuters", lake.url);
  let isRunning = true;
  const slow = Promise.all([1, 2, 3].map(() => ask(lake.url, worst))).finally(() => (isRunning = false));
  const waits: number[] = [];
  while (isRunning) {
    const start = performance.now();
    await (await fetch(trivial)).text();
    waits.push(performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await slow;
  console.log(
    `\nlongest wait for a document while "${worst.name}" ran three times at once: ${Math.max(...waits).toFixed(0)} ms (${waits.length} requests)`,
  );
}

async function examplesOf({ client }: LakeProcess): Promise<Examples> {
  const articles = z
    .array(z.object({ id: z.string(), slug: z.string(), headline: z.string(), image: z.string().nullable() }))
    .parse(
      await client.fetch(
        `*[_type == "article"] | order(_id) [50...150]{"id": _id, "slug": slug.current, headline, "image": leadImage.image._ref}`,
        {},
        { perspective: "published" },
      ),
    );
  const queue = pageQuery({}, "", undefined);
  const queueRow = queue.schema
    .parse(await client.fetch(queue.query, queue.params, { perspective: "drafts" }))
    .at(-1);
  const pictured = articles.find(({ image }) => image !== null);
  const [first] = articles;
  if (!first || !pictured?.image) throw new Error("The dataset has no articles with pictures");
  if (!queueRow) throw new Error("Nobody waits in the queue");
  return {
    id: first.id,
    slug: first.slug,
    sourceId: "source-reuters",
    imageId: pictured.image,
    ids: articles.map(({ id }) => id),
    // The number of the story, which stands before that of the copy.
    rareWord: first.headline.split(" ").at(-2) ?? "",
    queueRow,
  };
}

async function groqInMemory(
  url: string,
  queries: readonly MeasuredQuery[],
): Promise<readonly (number | null)[]> {
  const child = fork(
    join(import.meta.dirname, "tasks", "groq-in-memory.ts"),
    [JSON.stringify({ url, queries })],
    { execArgv: ["--max-old-space-size=16000"] },
  );
  const times: (number | null)[] = [];
  let patience: NodeJS.Timeout | undefined;
  child.on("message", (message) => {
    clearTimeout(patience);
    if (message !== "ready") times.push(z.number().nullable().parse(message));
    patience = setTimeout(() => child.kill(), patienceMs);
  });
  await new Promise((resolve) => child.once("exit", resolve));
  clearTimeout(patience);
  return times;
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const start = performance.now();
  const result = await work();
  console.error(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}
