/** Imports finished documents with @sanity/import, the library of `sanity dataset import`; counts the documents. */
import { sanityImport } from "@sanity/import";
import { createReadStream } from "node:fs";
import { z } from "zod";
import { lakeClient } from "../../cli/lake-client.ts";
import { measureTask } from "../run-task.ts";

const input = z.object({
  url: z.string(),
  file: z.string(),
  operation: z.enum(["create", "createIfNotExists", "createOrReplace"]),
});

await measureTask(input, async ({ url, file, operation }) => {
  // It refuses a client without a token; the lake takes any.
  const client = lakeClient(url, "production", "any");
  const { numDocs, warnings } = await sanityImport(createReadStream(file), { client, operation });
  if (warnings.length > 0) throw new Error(`@sanity/import warns: ${warnings[0]?.message}`);
  return numDocs;
});
