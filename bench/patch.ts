/**
 * Measures what a patch of one field in a document of 4 KB costs: through the lake's dataset, through HTTP with the real
 * client, and as a commit of bare SQLite that is as durable, alone and behind the smallest HTTP server. In turns in one
 * process, so the CPU time over HTTP includes the client's. Without listeners and with a hundred, whose process is
 * another: ninety editors with another document open, eight lists of the type, a reader of everything, and one editor
 * of a document that is patched; in quick succession and one by one. Then twenty clients patch at once.
 *
 * `npm run bench:patch -- 1000`
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { lakeClient } from "../cli/lake-client.ts";
import { createLake } from "../lake/create-lake.ts";
import { serveLake } from "../lake/index.ts";
import { openServices } from "../lake/open-services.ts";
import { draftId } from "../schemas/document-id.ts";
import { barePatches } from "./patch/bare-patches.ts";
import { serveBare } from "./patch/serve-bare.ts";
import { deskId, documentOf4Kb } from "./patch/document-of-4-kb.ts";
import { openReaders, type Readers } from "./patch/open-readers.ts";
import { percentile, renderCosts } from "./patch/render-costs.ts";
import { settleLog } from "./patch/settle-log.ts";

const patches = z.coerce
  .number()
  .int()
  .positive()
  .parse(process.argv[2] ?? 1000);
/** Patches of each kind that come first and do not count. */
const warmUps = 300;
/** Patches of one kind in a row, in quick succession. */
const inARow = 20;
/** After so long the events of a patch have left. */
const pauseMs = 5;

const folder = await mkdtemp(join(tmpdir(), "copydesk-patch-"));
const services = openServices({ dataFolder: join(folder, "lake") });
const server = await serveLake(createLake(services), { port: 0 });
const dataset = services.dataset("production");
const client = lakeClient(server.url, "production");
const documents = Array.from({ length: 100 }, (_, number) => documentOf4Kb(number));
dataset.commit({
  author: "local",
  mutations: [{ _id: deskId, _type: "source" }, ...documents].map((document) => ({ create: document })),
});
using bare = barePatches(join(folder, "bare.sqlite"), documents);
const bareServer = await serveBare(bare);
const bareClient = lakeClient(bareServer.url, "production");

interface Way {
  readonly name: string;
  /** The way whose costs are the measure of its own. */
  readonly against: string;
  /** Resolves when the patch is durable, with the lake's transaction. */
  patch(id: string, headline: string): Promise<string | undefined>;
}

const ways: readonly Way[] = [
  {
    name: "bare SQLite",
    against: "bare SQLite",
    async patch(id, headline) {
      bare.patch(id, headline);
      return undefined;
    },
  },
  {
    name: "the lake's dataset",
    against: "bare SQLite",
    patch: async (id, headline) =>
      dataset.commit({ author: "local", mutations: [{ patch: { id, set: { headline } } }] }).transactionId,
  },
  {
    name: "HTTP: bare server and SQLite",
    against: "HTTP: bare server and SQLite",
    async patch(id, headline) {
      await bareClient.patch(id).set({ headline }).commit({ returnDocuments: false });
      return undefined;
    },
  },
  {
    name: "HTTP: the lake",
    against: "HTTP: bare server and SQLite",
    patch: async (id, headline) =>
      (await client.patch(id).set({ headline }).commit({ returnDocuments: false })).transactionId,
  },
];

let count = 0;
function nextPatch(): { readonly id: string; readonly headline: string } {
  count += 1;
  return { id: documents[count % documents.length]?._id ?? "", headline: `Headline ${count}` };
}

interface Measured {
  readonly title: string;
  /** Patches of one kind before the next one has its turn, and before a pause. */
  readonly inARow: number;
  readonly patches: number;
  readonly readers?: Readers;
}

/** What a patch leaves behind, such as events on their way, is in its CPU time: that of a row ends with the pause after it. */
async function measure({ title, inARow, patches, readers }: Measured): Promise<void> {
  const costs = ways.map((way) => ({
    ...way,
    cpuMicros: new Array<number>(),
    wallMicros: new Array<number>(),
  }));
  const doneAt = new Map<string, number>();
  for (let done = 0; done < warmUps + patches; done += inARow) {
    for (const { patch, cpuMicros, wallMicros } of costs) {
      const before = process.cpuUsage();
      const wall: number[] = [];
      for (let turns = 0; turns < inARow; turns += 1) {
        const { id, headline } = nextPatch();
        const start = performance.now();
        const transactionId = await patch(id, headline);
        const end = performance.now();
        await turn();
        wall.push((end - start) * 1000);
        if (transactionId !== undefined && done >= warmUps)
          doneAt.set(transactionId, performance.timeOrigin + end);
      }
      await sleep(pauseMs);
      const { user, system } = process.cpuUsage(before);
      if (done < warmUps) continue;
      cpuMicros.push((user + system) / inARow);
      wallMicros.push(...wall);
    }
  }
  console.log(renderCosts(title, costs));
  if (readers) console.log(await renderDelays(readers, doneAt));
}

/** How long after the patch was durable the last of its events had arrived, and how many were lost. */
async function renderDelays(readers: Readers, doneAt: ReadonlyMap<string, number>): Promise<string> {
  const arrivals = await readers.arrivals();
  const byTransaction = Map.groupBy(arrivals, ([id]) => id);
  const delays = [...doneAt].map(([id, atMs]) =>
    Math.max(...(byTransaction.get(id) ?? []).map(([, arrivedMs]) => arrivedMs - atMs)),
  );
  const numbers = [...doneAt.keys()].map((id) => byTransaction.get(id)?.length ?? 0);
  const [median, most] = [percentile(delays, 0.5), percentile(delays, 0.95)];
  return (
    `the last event of a patch arrives ${median.toFixed(1)} ms after it was answered (p95 ${most.toFixed(1)} ms); ` +
    `${percentile(numbers, 0)} to ${percentile(numbers, 1)} events a patch`
  );
}

/** Clients that patch at the same time, each as soon as its last patch was answered. */
const clients = 20;

/** Renders how many patches a second so many clients get through, over HTTP. */
async function renderTogether(): Promise<string> {
  const rates: string[] = [];
  for (const { name, patch } of ways.filter((way) => way.name.startsWith("HTTP"))) {
    let left = warmUps + patches;
    let start = 0;
    const work = async (): Promise<void> => {
      while (left > 0) {
        if (left === patches) start = performance.now();
        left -= 1;
        const { id, headline } = nextPatch();
        await patch(id, headline);
      }
    };
    await Promise.all(Array.from({ length: clients }, work));
    rates.push(`${name} ${Math.round(patches / ((performance.now() - start) / 1000))}`);
  }
  return `patches a second of ${clients} clients at once: ${rates.join(", ")}`;
}

/** The event streams that Studio opens. */
function listening(number: number): string {
  const pair = (id: string): string => `_id in ${JSON.stringify([id, draftId(id)])}`;
  const filter =
    number < 90
      ? pair(`other-${number}`)
      : number < 98
        ? '_type == "article"'
        : number < 99
          ? '!(_id in path("_.**"))'
          : pair(documentOf4Kb(0)._id);
  const options = "includeAllVersions=true&effectFormat=mendoza&includeResult=false";
  return `${server.url}/v2025-02-19/data/listen/production?query=${encodeURIComponent(`*[${filter}]`)}&${options}`;
}

try {
  console.log(
    `${patches} patches of each kind, ${JSON.stringify(documents[0]).length} characters a document\n`,
  );
  settleLog(join(folder, "bare.sqlite"), () => documents.forEach(({ _id }) => bare.patch(_id, "Headline")));
  settleLog(join(folder, "lake", "lake.sqlite"), () => {
    const mutations = documents.map(({ _id: id }) => ({ patch: { id, set: { headline: "Headline" } } }));
    dataset.commit({ author: "local", mutations });
  });
  await measure({ title: "no listeners", inARow, patches });
  console.log(await renderTogether());
  await using readers = await openReaders(Array.from({ length: 100 }, (_, number) => listening(number)));
  console.log("");
  await measure({ title: "100 listeners", inARow, patches, readers });
  console.log("");
  await measure({ title: "100 listeners, one by one", inARow: 1, patches: Math.ceil(patches / 4), readers });
} finally {
  bareServer.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
