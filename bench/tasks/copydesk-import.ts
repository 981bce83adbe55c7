/** Imports a folder with Copydesk's importer; counts the stories that did not fail. */
import { z } from "zod";
import { keepMemorySmall } from "../../cli/keep-memory-small.ts";
import { lakeClient } from "../../cli/lake-client.ts";
import { importStories, openJournal } from "../../importer/index.ts";
import { measureTask } from "../run-task.ts";

const input = z.object({
  url: z.string(),
  folder: z.string(),
  /** Path of the journal; as `copydesk import` has one in its data folder. */
  journal: z.string().exactOptional(),
  concurrency: z.number().exactOptional(),
  mutationsPerSecond: z.number().exactOptional(),
});

keepMemorySmall();
await measureTask(input, async ({ url, folder, journal: path, ...options }) => {
  const client = lakeClient(url, "production");
  const journal = path === undefined ? undefined : openJournal(path, "bench");
  const { counts } = await importStories(
    { inputs: [folder], client, ...options, ...(journal && { journal }) },
    () => undefined,
  );
  journal?.close();
  return counts.read - counts.failed;
});
