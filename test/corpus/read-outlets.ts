import { globSync } from "node:fs";
import { join } from "node:path";
import { halfOf, readStory, type CorpusStory } from "./read-corpus.ts";
import { outletsFolder } from "./read-materials.ts";

/** The stories of one outlet, as a folder or a feed holds them. */
export interface OutletRun {
  readonly key: string;
  /** An outlet is learned as a whole, so all of its stories are in one half. */
  readonly half: CorpusStory["half"];
  readonly stories: readonly CorpusStory[];
}

/** Reads the runs of the invented outlets, in the order of their keys. */
export function readOutlets(): OutletRun[] {
  const paths = globSync("*/[0-9]*.txt", { cwd: outletsFolder }).sort();
  const byKey = Map.groupBy(paths, (path) => path.split(/[\\/]/)[0] ?? "");
  return [...byKey].map(([key, own]) => ({
    key,
    half: halfOf(key),
    stories: own.map((path) => readStory(join(outletsFolder, path), key)),
  }));
}
