/**
 * Measures imports: the same stories through the importer into a lake in another process, twice; the same rows
 * through a bare loop over SQLite with the same durability; and how much of a rate limit the importer uses.
 *
 * `npm run bench:import -- 2000`
 */
import { createClient } from "@sanity/client";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { z } from "zod";
import { runImport } from "../importer/index.ts";
import { openLake, rateLimit, serveLake } from "../lake/index.ts";

const mutationsPerSecond = 25;
const documents = z.array(z.looseObject({ _id: z.string() }));

if (isMainThread) await measure(Number(process.argv[2] ?? 2_000));
else await serveInWorker();

/** The lake has a thread of its own, as it has a process of its own in use. */
async function serveInWorker(): Promise<void> {
  const { dataFolder, limited } = z
    .object({ dataFolder: z.string(), limited: z.boolean() })
    .parse(workerData);
  const limit = rateLimit({ requestsPerSecond: mutationsPerSecond, path: /\/data\/mutate\// });
  let requests = 0;
  let refused = 0;
  const server = await serveLake(openLake({ dataFolder }), {
    port: 0,
    faults(request) {
      if (request.path.includes("/data/mutate/")) requests += 1;
      const fault = limited ? limit(request) : undefined;
      if (fault !== undefined) refused += 1;
      return fault;
    },
  });
  parentPort?.on("message", async () => {
    await server.close();
    parentPort?.postMessage({ requests, refused });
    parentPort?.close();
  });
  parentPort?.postMessage(server.url);
}

async function startLake(dataFolder: string, limited: boolean) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { dataFolder, limited } });
  const message = (): Promise<unknown> =>
    new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  const client = createClient({
    projectId: "copydesk",
    dataset: "production",
    apiHost: z.string().parse(await message()),
    useProjectHostname: false,
    useCdn: false,
    apiVersion: "2025-02-19",
    perspective: "raw",
  });
  const close = async () => {
    worker.postMessage("close");
    return z.object({ requests: z.number(), refused: z.number() }).parse(await message());
  };
  return { client, close };
}

async function measure(stories: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "copydesk-bench-"));
  try {
    const inputs = [await writeStories(join(folder, "stories"), stories)];
    const lake = await startLake(join(folder, "lake"), false);
    const [firstSeconds] = await timed(() => runImport({ inputs, client: lake.client }));
    const [secondSeconds, second] = await timed(() => runImport({ inputs, client: lake.client }));
    const rows = documents.parse(await lake.client.fetch("*", {}, { perspective: "raw" }));
    await lake.close();
    const [sqliteSeconds] = await timed(async () => insertBare(join(folder, "bare.sqlite"), rows));

    const limited = await startLake(join(folder, "limited"), true);
    const few = [await writeStories(join(folder, "few"), 150)];
    const [limitedSeconds, report] = await timed(() =>
      runImport({ inputs: few, client: limited.client, concurrency: 1, mutationsPerSecond }),
    );
    const { requests, refused } = await limited.close();

    const perSecond = (count: number, seconds: number): string => `${Math.round(count / seconds)}/s`;
    console.log(`stories                 ${stories}, ${rows.length} documents`);
    console.log(`first import            ${perSecond(stories, firstSeconds)} stories`);
    console.log(
      `second, unchanged       ${perSecond(stories, secondSeconds)} stories, ${second.counts.unchanged} unchanged, ` +
        `${(firstSeconds / secondSeconds).toFixed(1)} x the first`,
    );
    console.log(
      `bare SQLite             ${perSecond(rows.length, sqliteSeconds)} documents; ` +
        `the first import ${perSecond(rows.length, firstSeconds)}, ${(sqliteSeconds / firstSeconds).toFixed(3)} x`,
    );
    console.log(
      `peak memory             ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, lake included`,
    );
    console.log(
      `limit of ${mutationsPerSecond} requests/s  ${((100 * requests) / limitedSeconds / mutationsPerSecond).toFixed(0)} % used, ` +
        `${refused} refused, ${report.counts.failed} failed`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed<T>(act: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const start = performance.now();
  const result = await act();
  return [(performance.now() - start) / 1000, result];
}

/** One transaction a document, on the disk before the next. */
function insertBare(path: string, rows: readonly { readonly _id: string }[]): void {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  database.exec("CREATE TABLE documents (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT");
  const insert = database.prepare("INSERT INTO documents VALUES (?, ?)");
  for (const row of rows) insert.run(row._id, JSON.stringify(row));
  database.close();
}

async function writeStories(folder: string, count: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const words = "harbour council bridge library museum park river market school tram budget mayor".split(" ");
  let state = 1;
  const sentence = (length: number): string => {
    const picked = Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return words[(state >>> 16) % words.length];
    });
    return `The ${picked.join(" ")}`;
  };
  for (let number = 0; number < count; number += 1) {
    const paragraphs = Array.from({ length: 6 }, () => `${sentence(14)}. ${sentence(14)}. ${sentence(14)}.`);
    const text = [`${sentence(6)} ${number}`, ...paragraphs, `Source: Agency ${number % 20}`].join("\n\n");
    await writeFile(join(folder, `${String(number).padStart(6, "0")}.txt`), `${text}\n`);
  }
  return folder;
}
