/**
 * Serves the lake of a data folder in a separate process, which `startLake` starts and a test may kill. Tells its
 * parent the address, and each mutation as it arrives.
 */
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { createLake } from "../lake/create-lake.ts";
import { rateLimit, serveLake } from "../lake/index.ts";
import { openServices } from "../lake/open-services.ts";
import type { LakeMessage } from "./start-lake.ts";
import { peakMb } from "./run-task.ts";

const { port, mutationsPerSecond, ...options } = z
  .object({
    ...{ dataFolder: z.string(), port: z.number() },
    ...{ mutationsPerSecond: z.number().optional(), datasets: z.array(z.string()).default(["production"]) },
  })
  .parse(JSON.parse(process.argv[2] ?? ""));
const tell = (message: LakeMessage): void => void process.send?.(message);
const limit =
  mutationsPerSecond && rateLimit({ requestsPerSecond: mutationsPerSecond, path: /\/data\/mutate\// });

const services = openServices(options);
const server = await serveLake(createLake(services), {
  port,
  faults(request) {
    if (!/\/data\/(mutate|actions)\//.test(request.path)) return undefined;
    const fault = limit ? limit(request) : undefined;
    tell({ kind: "mutation", atMs: performance.now(), isRefused: fault !== undefined });
    return fault;
  },
});
const atStart = process.cpuUsage();
// Without its parent the lake has no clients.
process.once("disconnect", () => process.exit());
process.on("message", (message) => void obey(message));

async function obey(message: unknown): Promise<void> {
  // Answers come in the order of the questions: after this one, every earlier mutation has been reported.
  if (message === "cost") {
    const { user, system } = process.cpuUsage(atStart);
    tell({ kind: "cost", peakMb: peakMb(), cpuSeconds: (user + system) / 1e6 });
  }
  if (message === "indexed") {
    while (services.isIndexing()) await setTimeout(50);
    tell({ kind: "indexed" });
  }
  if (message !== "close") return;
  await server.close();
  process.disconnect();
}
tell({ kind: "serving", url: server.url });
