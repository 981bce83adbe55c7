import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SanityClient } from "@sanity/client";
import { startServer } from "../../../cli/start-server.ts";
import { runImport } from "../../../importer/index.ts";
import { buildStudio } from "../../../studio/build-studio.ts";
import { serveStudio } from "../../../studio/serve-studio.ts";

/** Everything that `npm start` serves, on a free port and a data folder of its own. */
export interface Newsroom {
  readonly url: string;
  readonly client: SanityClient;
  readonly dataFolder: string;
  close(): Promise<void>;
}

/** The stories that `npm start` imports. */
export const seedFolder = fileURLToPath(new URL("../../../seeds", import.meta.url));

/** Starts lake, Studio and frontend, and imports the seed story as a draft. */
export async function openNewsroom(): Promise<Newsroom> {
  const dataFolder = await mkdtemp(join(tmpdir(), "copydesk-browser-"));
  const studio = buildStudio().then(({ outDir }) => serveStudio(outDir));
  const server = await startServer({ dataFolder, port: 0, studio, log: () => {} });
  await Promise.all([studio, runImport({ inputs: [seedFolder], client: server.client })]);
  return {
    url: server.url,
    client: server.client,
    dataFolder,
    async close() {
      await server.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
