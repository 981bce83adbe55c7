/** Imports a folder with Copydesk's importer; counts the stories that did not fail. */
import { z } from "zod";
import { lakeClient } from "../../cli/lake-client.ts";
import { runImport } from "../../importer/index.ts";
import { measureTask } from "../run-task.ts";

const input = z.object({
  url: z.string(),
  folder: z.string(),
  concurrency: z.number().default(32),
  mutationsPerSecond: z.number().exactOptional(),
});

await measureTask(input, async ({ url, folder, ...options }) => {
  const client = lakeClient(url, "production");
  const { counts } = await runImport({ inputs: [folder], client, ...options });
  return counts.read - counts.failed;
});
