import { access, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ImportError } from "../../import-error.ts";
import type { StoryFile } from "../../read/story-file.ts";
import {
  type DeadLetter,
  deadLetter,
  folderOfRun,
  listName,
  optionsName,
  type ReadingOptions,
  readingOptions,
} from "./dead-letter.ts";

/** What to import to try the failed stories of a run again. */
export interface Retry {
  readonly inputs: readonly (string | StoryFile)[];
  /** The content of `-`, if it is among the inputs. */
  readonly stdin: Uint8Array | undefined;
  /** How the run read them. */
  readonly options: ReadingOptions;
}

/**
 * Finds the stories that failed in a run: at their original paths, since that is where they get corrected, or else
 * their saved copies. Either way each keeps its identity.
 *
 * @throws {ImportError} `run-not-found` if no failed story of that run is saved.
 */
export async function readDeadLetters(folder: string, run: string): Promise<Retry> {
  const target = folderOfRun(folder, run);
  const letters = await readList(join(target, listName), run);
  const inputs: (string | StoryFile)[] = [];
  let stdin: Uint8Array | undefined;
  for (const { input, relativePath, copy } of letters) {
    if (input === "-") {
      if (copy === undefined) continue;
      inputs.push("-");
      stdin = await readFile(join(target, copy));
    } else {
      const isThere = await access(input).then(
        () => true,
        () => false,
      );
      inputs.push({ path: isThere || copy === undefined ? input : join(target, copy), relativePath });
    }
  }
  return { inputs, stdin, options: await readOptions(join(target, optionsName)) };
}

/** Deletes the saved stories of a run: those that failed again belong to the run that retried them. */
export const removeDeadLetters = (folder: string, run: string): Promise<void> =>
  rm(folderOfRun(folder, run), { recursive: true, force: true });

/** The runs of which failed stories are saved. */
export async function listDeadLetters(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => decodeURIComponent(name));
  } catch {
    // Nothing has failed yet, or a folder is none of ours.
    return [];
  }
}

/** Folders that an earlier version wrote have no such file. */
async function readOptions(path: string): Promise<ReadingOptions> {
  try {
    return readingOptions.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return {};
  }
}

async function readList(path: string, run: string): Promise<DeadLetter[]> {
  try {
    return z.array(deadLetter).parse(JSON.parse(await readFile(path, "utf8")));
  } catch (cause) {
    throw new ImportError(
      "run-not-found",
      `Cannot retry run "${run}": none of its failed stories are saved`,
      {
        hint: "Use the run id from the report of an import with failed stories, and the same --data.",
        cause,
      },
    );
  }
}
