/**
 * Measures imports: the same stories with Copydesk's importer and with `copydesk parse --flat` and then @sanity/import, and
 * the resulting documents with @sanity/import and with a bare loop over SQLite; then that again, unchanged. Importers and lakes run in separate processes. Also
 * measures how much of a rate limit the importer uses.
 *
 * `npm run bench:import -- 20000`
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { exportDocuments } from "./export-documents.ts";
import { generateStories } from "./generate-stories.ts";
import { measureLimit } from "./measure-limit.ts";
import { renderMeasurements, type Measurement } from "./render-measurements.ts";
import { runTask, type TaskResult } from "./run-task.ts";
import { startLake, type LakeProcess } from "./start-lake.ts";

const stories = z.coerce
  .number()
  .int()
  .positive()
  .parse(process.argv[2] ?? 20_000);
const folder = await mkdtemp(join(tmpdir(), "copydesk-bench-"));
const file = join(folder, "documents.ndjson");
const measurements: Measurement[] = [];
const note = (measurement: Measurement): void => {
  measurements.push(measurement);
  console.error(`${measurement.name}: ${measurement.seconds.toFixed(1)} s`);
};

try {
  const inputs = await generateStories(join(folder, "stories"), stories);
  const { documents, documentsPerRequest } = await measureCopydesk(inputs);
  await measureParseAndSanityImport(inputs);
  await measureSanityImport(documents);
  await measureSqlite("bare SQLite, a document at a time", 1);
  await measureSqlite(`bare SQLite, ${documentsPerRequest} at a time`, documentsPerRequest);
  const limit = await measureLimit(folder);
  console.log(renderMeasurements({ stories, documents, documentsPerRequest, measurements, limit }));
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Does some work, and says what it cost the lake. */
async function withCostOf(
  lake: LakeProcess,
  work: () => Promise<TaskResult>,
): Promise<TaskResult & Required<Pick<Measurement, "lakeMb" | "lakeSeconds">>> {
  const before = await lake.cost();
  const result = await work();
  const { peakMb, cpuSeconds } = await lake.cost();
  return { ...result, lakeMb: peakMb, lakeSeconds: cpuSeconds - before.cpuSeconds };
}

async function measureCopydesk(inputs: string): Promise<{ documents: number; documentsPerRequest: number }> {
  await using lake = await startLake({ dataFolder: join(folder, "copydesk") });
  const input = { url: lake.url, folder: inputs, journal: join(folder, "journal.sqlite") };
  const first = await withCostOf(lake, () => runTask("copydesk-import", input));
  note({ name: "Copydesk", run: "first", ...first });
  const requests = (await lake.mutations()).length;
  const second = await withCostOf(lake, () => runTask("copydesk-import", input));
  const more = (await lake.mutations()).length - requests;
  if (first.count + second.count !== 2 * stories) throw new Error("Stories could not be imported");
  if (more > 0) throw new Error(`The unchanged import sent ${more} mutations`);
  note({ name: "Copydesk", run: "second", ...second });
  const documents = await exportDocuments(lake.url, file);
  return { documents, documentsPerRequest: Math.round(documents / requests) };
}

/** The same work in two steps: no records of the import, and nothing compared with what is stored. */
async function measureParseAndSanityImport(inputs: string): Promise<void> {
  await using lake = await startLake({ dataFolder: join(folder, "parsed") });
  const parsed = join(folder, "parsed.ndjson");
  const parsing = await runTask("copydesk-parse", { folder: inputs, file: parsed });
  const writing = await withCostOf(lake, () =>
    runTask("sanity-import", { url: lake.url, file: parsed, operation: "create" }),
  );
  if (writing.count !== parsing.count)
    throw new Error(`${writing.count} of ${parsing.count} documents were imported`);
  note({
    ...writing,
    name: "copydesk parse --flat, @sanity/import",
    run: "first",
    seconds: parsing.seconds + writing.seconds,
    peakMb: Math.max(parsing.peakMb, writing.peakMb),
    documents: writing.count,
  });
}

async function measureSanityImport(documents: number): Promise<void> {
  await using lake = await startLake({ dataFolder: join(folder, "sanity-import") });
  const runs = [
    ["first", "create"],
    ["second", "createIfNotExists"],
    ["second", "createOrReplace"],
  ] as const;
  for (const [run, operation] of runs) {
    const result = await withCostOf(lake, () => runTask("sanity-import", { url: lake.url, file, operation }));
    if (result.count !== documents)
      throw new Error(`${result.count} of ${documents} documents were imported`);
    note({ name: `@sanity/import, ${operation}`, run, ...result });
  }
}

async function measureSqlite(name: string, rowsPerTransaction: number): Promise<void> {
  const database = join(folder, `${rowsPerTransaction}.sqlite`);
  for (const run of ["first", "second"] as const) {
    const isRepeated = run === "second";
    note({
      name,
      run,
      ...(await runTask("bare-sqlite", { file, database, rowsPerTransaction, isRepeated })),
    });
  }
}
