/**
 * Kills the importer, and then the lake (`kill -9`), at random moments while an import writes; imports again, and
 * counts what is lost or doubled compared with an undisturbed import. Half of the kills hit a first import, half one of
 * corrected stories over drafts that editors have worked on. Ends with exit code 1 if anything is lost or doubled.
 *
 * `npm run test:kill -- 200 200 1`: kills of the importer, kills of the lake, seed
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { compileCache } from "./compile-cache.ts";
import { killOnce, type Kill, type KillResult } from "./kill/kill-once.ts";
import { prepareScenarios } from "./kill/prepare-scenarios.ts";
import { renderSummary } from "./kill/render-summary.ts";
import { randomNumbers } from "./random-numbers.ts";

const [ofImporter = 200, ofLake = 200, seed = 1] = z
  .array(z.coerce.number().int().nonnegative())
  .parse(process.argv.slice(2));
// Importer and lake start hundreds of times.
process.env["NODE_COMPILE_CACHE"] ??= compileCache;

const folder = await mkdtemp(join(tmpdir(), "copydesk-kill-"));
const random = randomNumbers(seed);
const all = new Map<Kill["victim"], KillResult[]>();
try {
  const scenarios = await prepareScenarios(folder);
  for (const { name, concurrency, arrivalsMs } of scenarios) {
    const ms = Math.round(arrivalsMs.at(-1) ?? 0);
    console.log(`undisturbed: ${name}, ${concurrency} at a time: ${arrivalsMs.length} requests in ${ms} ms`);
  }
  for (const [victim, times] of [
    ["importer", ofImporter],
    ["lake", ofLake],
  ] as const) {
    const results: KillResult[] = [];
    all.set(victim, results);
    for (let time = 0; time < times; time += 1) {
      const scenario = scenarios[time % scenarios.length];
      if (scenario === undefined) break;
      const kill: Kill = { victim, scenario, moment: random(), staysDown: time % 5 === 4 };
      const result = await killOnce(kill, folder);
      results.push(result);
      tellFaults(kill, result);
      if (results.length % 10 === 0) console.log(`${results.length} of ${times} kills of the ${victim}`);
    }
  }
  console.log([...all].map(([victim, results]) => renderSummary(victim, results)).join("\n"));
} finally {
  await rm(folder, { recursive: true, force: true });
}
const results = [...all.values()].flat();
// Kills while nothing was being written would prove nothing.
const isProof = results.some(({ isMidst }) => isMidst);
process.exitCode = isProof && results.every((result) => faultsOf(result) === 0) ? 0 : 1;

function faultsOf({ lost, doubled, mutationsOfThird }: KillResult): number {
  return lost.length + doubled.length + mutationsOfThird;
}

function tellFaults({ victim, scenario, moment }: Kill, result: KillResult): void {
  if (faultsOf(result) === 0) return;
  const { lost, doubled, mutationsOfThird } = result;
  console.log(
    `the ${victim} killed at ${moment.toFixed(4)} of "${scenario.name}", ${scenario.concurrency} at a time: ` +
      `lost ${lost.join(" ")}, doubled ${doubled.join(" ")}, mutations of the third import ${mutationsOfThird}`,
  );
}
