import { existsSync } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { createFolder } from "../../create-folder.ts";
import { shownJsonLines } from "../../shown-text.ts";
import type { StoryFile } from "../../read/story-file.ts";
import type { StoryResult } from "../../stages.ts";
import { type DeadLetter, type ReadingOptions, folderOfRun, listName, optionsName } from "./dead-letter.ts";

export interface FailedRun {
  readonly run: string;
  readonly failed: readonly StoryResult[];
  /** The inputs of the run: they determine each story's path below its folder. */
  readonly inputs: readonly (string | StoryFile)[];
  /** The content of standard input, if it was an input. */
  readonly stdin?: Uint8Array | undefined;
  readonly options?: ReadingOptions;
}

/**
 * Saves the failed stories of a run: a copy of each file they are in, `failed.json` with the reasons, and
 * `options.json` with how they were read.
 *
 * @returns The folder they are in; `undefined` if none failed.
 */
export async function writeDeadLetters(
  folder: string,
  { run, failed, inputs, stdin, options = {} }: FailedRun,
): Promise<string | undefined> {
  if (failed.length === 0) return undefined;
  const target = folderOfRun(folder, run);
  createFolder(target);
  const letters: DeadLetter[] = [];
  for (const [file, stories] of Map.groupBy(failed, ({ input }) => fileOf(input))) {
    letters.push(await keep(file, stories, letters.length + 1));
  }
  await writeFile(join(target, optionsName), `${JSON.stringify(options)}\n`);
  await writeFile(join(target, listName), `${shownJsonLines(letters)}\n`);
  return target;

  async function keep(input: string, stories: readonly StoryResult[], number: number): Promise<DeadLetter> {
    const relativePath = relativePathOf(input, inputs);
    const copy = `${number}-${input === "-" ? "stdin.txt" : basename(relativePath)}`;
    const letter = { input, relativePath, problems: stories.flatMap(({ problems }) => [...problems]) };
    try {
      if (input === "-") await writeFile(join(target, copy), stdin ?? "");
      else await copyFile(input, join(target, copy));
      return { ...letter, copy };
    } catch {
      // A file that cannot be read cannot be copied; its problem is still in the list.
      return letter;
    }
  }
}

/**
 * The file that a story was read from: its own, or the archive or multi-story file that contains it
 * (`wire.zip!a/b.txt`, `feed.xml#…`), which is then retried as a whole.
 */
function fileOf(input: string): string {
  if (input === "-" || existsSync(input)) return input;
  const parts = [...input.matchAll(/[!#]/g)].map(({ index }) => input.slice(0, index));
  return parts.findLast((path) => path === "-" || existsSync(path)) ?? input;
}

/** What identifies a story: its path below the first input that contains it. */
function relativePathOf(path: string, inputs: readonly (string | StoryFile)[]): string {
  for (const input of inputs) {
    if (typeof input !== "string") {
      if (input.path === path) return input.relativePath;
    } else if (input !== path && resolve(path).startsWith(resolve(input, "x").slice(0, -1))) {
      return relative(input, path).split(sep).join("/");
    }
  }
  return basename(path);
}
