/**
 * Measures the memory of an import of many stories, and of a second one that finds nothing to do. Importer and lake
 * run in separate processes.
 *
 * `npm run bench:memory -- 100000`, or `-- 100000 html` for pages instead of plain text
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { generateStories, storyFormats } from "./generate-stories.ts";
import { runTask } from "./run-task.ts";
import { startLake } from "./start-lake.ts";

const stories = z.coerce
  .number()
  .int()
  .positive()
  .parse(process.argv[2] ?? 100_000);
const format = z.enum(storyFormats).parse(process.argv[3] ?? "text");
const folder = await mkdtemp(join(tmpdir(), "copydesk-memory-"));
try {
  const inputs = await generateStories(join(folder, "stories"), stories, { length: "short", format });
  await using lake = await startLake({ dataFolder: join(folder, "lake") });
  console.log(`${stories} short stories as ${format}`);
  for (const run of ["first import", "second, unchanged"]) {
    const { seconds, peakMb, count } = await runTask("copydesk-import", {
      url: lake.url,
      folder: inputs,
      journal: join(folder, "journal.sqlite"),
    });
    console.log(
      `${run}: peak of the importer ${Math.round(peakMb)} MB, of the lake ${Math.round((await lake.cost()).peakMb)} MB ` +
        `(${Math.round(stories / seconds)} stories/s, ${stories - count} failed)`,
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
