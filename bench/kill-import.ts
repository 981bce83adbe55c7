/**
 * Kills the importer (`kill -9`) at random moments, each time into an empty lake, imports again, and counts what is
 * lost or doubled. Ends with exit code 1 unless nothing is.
 *
 * `npm run test:kill -- 200`
 */
import { createClient } from "@sanity/client";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { runImport } from "../importer/index.ts";
import { openLake, serveLake } from "../lake/index.ts";

const stories = 200;
const main = join(import.meta.dirname, "../cli/main.ts");
const counts = z.tuple([z.number(), z.number(), z.number()]);
const counted =
  '[count(*[_type == "article"]), count(*[_type == "importRecord"]), count(*[_type == "source"])]';

const folder = await mkdtemp(join(tmpdir(), "copydesk-kill-"));
const times = Number(process.argv[2] ?? 200);
let [lost, doubled, cutShort] = [0, 0, 0];
try {
  for (let number = 0; number < stories; number += 1) {
    const text = `Story ${number} of the harbour\n\nIt has the number ${number}.\n\nSource: Harbour Agency\n`;
    await writeFile(join(folder, `${number}.txt`), text);
  }
  for (let time = 0; time < times; time += 1) await killOnce();
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(
  `${times} kills, ${cutShort} in the midst of writing: ${lost} documents lost, ${doubled} doubled`,
);
process.exitCode = lost + doubled === 0 ? 0 : 1;

async function killOnce(): Promise<void> {
  const mutation = Promise.withResolvers<void>();
  const server = await serveLake(openLake({ dataFolder: ":memory:" }), {
    port: 0,
    faults({ path }) {
      if (path.includes("/data/mutate/")) mutation.resolve();
      return undefined;
    },
  });
  try {
    const importing = spawn(process.execPath, [main, "import", folder, "--api", server.url, "--quiet"], {
      stdio: "ignore",
    });
    const ended = new Promise<void>((resolve) => importing.once("exit", () => resolve()));
    // From the first thing written on: before, there is nothing to lose.
    await Promise.race([mutation.promise, ended]);
    setTimeout(() => importing.kill("SIGKILL"), Math.random() * 400);
    await ended;

    const client = createClient({
      projectId: "copydesk",
      dataset: "production",
      apiHost: server.url,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: "2025-02-19",
      perspective: "raw",
    });
    const [before] = counts.parse(await client.fetch(counted));
    if (before < stories) cutShort += 1;
    await runImport({ inputs: [folder], client });
    const [articles, records, sources] = counts.parse(await client.fetch(counted));
    for (const [found, expected] of [
      [articles, stories],
      [records, stories],
      [sources, 1],
    ] as const) {
      lost += Math.max(0, expected - found);
      doubled += Math.max(0, found - expected);
    }
  } finally {
    await server.close();
  }
}
