import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { runImport } from "../../importer/index.ts";
import { generateStories } from "../generate-stories.ts";
import { startLake } from "../start-lake.ts";
import { editAsEditors } from "./edit-as-editors.ts";
import { differenceBetween, readEndState, type EndState } from "./end-state.ts";
import { startImporter } from "./start-importer.ts";

/** An import to be killed, and how it runs undisturbed. */
export interface Scenario {
  readonly name: string;
  readonly stories: string;
  readonly concurrency: number;
  /** A folder to copy: the lake before the import. */
  readonly before: string;
  /** When each mutation request arrived, in milliseconds after the first. */
  readonly arrivalsMs: readonly number[];
  readonly endState: EndState;
}

/** One story per request, a few, and as many as possible: a kill leaves different work half done. */
const concurrencies = [1, 4, 32];
/** More than the importer looks up at a time. */
const stories = 72;

/**
 * Prepares a first import into an empty lake, and the import of corrected stories over the drafts that editors have
 * worked on; each with few and with many stories in progress at a time.
 *
 * @throws {Error} When undisturbed runs of the same import end differently: nothing could be compared with them.
 */
export async function prepareScenarios(folder: string): Promise<Scenario[]> {
  const first = await generateStories(join(folder, "first"), stories);
  const corrected = await generateStories(join(folder, "corrected"), stories, { edition: 2 });
  const [empty, edited] = [join(folder, "empty"), join(folder, "edited")];
  await mkdir(empty);
  {
    await using lake = await startLake({ dataFolder: edited });
    await runImport({ inputs: [first], client: lake.client });
    await editAsEditors(lake.client);
  }
  const scenarios: Scenario[] = [];
  for (const [name, inputs, before] of [
    ["first import", first, empty],
    ["corrected stories over edited drafts", corrected, edited],
  ] as const) {
    let endState: EndState | undefined;
    for (const concurrency of concurrencies) {
      const undisturbed = await runUndisturbed({ stories: inputs, concurrency, before, folder });
      endState ??= undisturbed.endState;
      const { lost, doubled } = differenceBetween(endState, undisturbed.endState);
      if (lost.length + doubled.length > 0)
        throw new Error(`Runs end differently: ${[...lost, ...doubled].join(" ")}`);
      scenarios.push({ name, stories: inputs, concurrency, before, ...undisturbed });
    }
  }
  return scenarios;
}

async function runUndisturbed(options: {
  readonly stories: string;
  readonly concurrency: number;
  readonly before: string;
  readonly folder: string;
}): Promise<Pick<Scenario, "arrivalsMs" | "endState">> {
  const dataFolder = join(options.folder, "undisturbed");
  await rm(dataFolder, { recursive: true, force: true });
  await cp(options.before, dataFolder, { recursive: true });
  await using lake = await startLake({ dataFolder });
  const code = await startImporter({ ...options, url: lake.url, dataFolder }).ended;
  if (code !== 0) throw new Error(`An undisturbed import ended with code ${code}`);
  const seen = await lake.mutations();
  return {
    arrivalsMs: seen.map(({ atMs }) => atMs - (seen[0]?.atMs ?? 0)),
    endState: await readEndState(lake.url),
  };
}
