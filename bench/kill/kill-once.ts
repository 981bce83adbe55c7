import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { runImport } from "../../importer/index.ts";
import { startLake, type LakeProcess } from "../start-lake.ts";
import { differenceBetween, readEndState, type Difference } from "./end-state.ts";
import type { Scenario } from "./prepare-scenarios.ts";
import { startImporter } from "./start-importer.ts";

/** One kill: of which process, in which import, and when. */
export interface Kill {
  readonly victim: "importer" | "lake";
  readonly scenario: Scenario;
  /** From 0, the first mutation, up to 1, the last one of an undisturbed run. */
  readonly moment: number;
  /** Whether the lake is restarted only when the importer has given up on it. */
  readonly staysDown: boolean;
}

export interface KillResult extends Difference {
  /** Whether anything was left to write. */
  readonly isMidst: boolean;
  /** Whether the import finished despite the kill: it retries until its lake is back. */
  readonly wentOn: boolean;
  /** Of the import after the one that completed the work: must be 0. */
  readonly mutationsOfThird: number;
}

/** Kills an import or its lake, imports again until all is done, and compares the result with an undisturbed one. */
export async function killOnce(
  { victim, scenario, moment, staysDown }: Kill,
  folder: string,
): Promise<KillResult> {
  const { stories, concurrency, before, arrivalsMs, endState } = scenario;
  const dataFolder = join(folder, "killed");
  await cp(before, dataFolder, { recursive: true });
  let lake = await startLake({ dataFolder });
  try {
    const importer = startImporter({ stories, url: lake.url, concurrency, dataFolder });
    const atMs = moment * (arrivalsMs.at(-1) ?? 0);
    const last = arrivalsMs.findLastIndex((arrivalMs) => arrivalMs <= atMs);
    // Timed from the last request before that moment, not from the first: a busy machine would always be late.
    await Promise.race([lake.arrival(last + 1), importer.ended]);
    await Promise.race([wait(atMs - (arrivalsMs[last] ?? 0)), importer.ended]);
    if (victim === "importer") importer.kill();
    else {
      await lake.kill();
      if (staysDown) await importer.ended;
      lake = await startLake({ dataFolder, port: Number(new URL(lake.url).port) });
    }
    const writtenBefore = victim === "importer" ? await countWhenEnded(lake, importer.ended) : 0;
    const exitCode = await importer.ended;
    await importUntilDone(lake, stories);
    const written = (await lake.mutations()).length;
    await runImport({ inputs: [stories], client: lake.client });
    return {
      ...differenceBetween(endState, await readEndState(lake.url)),
      wentOn: exitCode === 0,
      isMidst: written > writtenBefore,
      mutationsOfThird: (await lake.mutations()).length - written,
    };
  } finally {
    await lake[Symbol.asyncDispose]();
    await rm(dataFolder, { recursive: true });
  }
}

async function countWhenEnded(lake: LakeProcess, ended: Promise<unknown>): Promise<number> {
  await ended;
  return (await lake.mutations()).length;
}

/** Stories that still fail after three imports are missing in the end, and count as lost. */
async function importUntilDone({ client }: LakeProcess, stories: string): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const { counts } = await runImport({ inputs: [stories], client });
    if (counts.failed === 0) return;
  }
}
