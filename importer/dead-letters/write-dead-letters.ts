import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import type { StoryFile, StoryResult } from "../stages.ts";
import { folderOfRun, listName, type DeadLetter } from "./dead-letter.ts";

export interface FailedRun {
  readonly run: string;
  readonly failed: readonly StoryResult[];
  /** The inputs that the run was given: they tell what each story is called below its folder. */
  readonly inputs: readonly (string | StoryFile)[];
  /** What standard input held, if it was an input. */
  readonly stdin?: Uint8Array | undefined;
}

/**
 * Keeps the failed stories of a run: a copy of each, and `failed.json` with the reasons.
 *
 * @returns The folder they are in; `undefined` if none failed.
 */
export async function writeDeadLetters(
  folder: string,
  { run, failed, inputs, stdin }: FailedRun,
): Promise<string | undefined> {
  if (failed.length === 0) return undefined;
  const target = folderOfRun(folder, run);
  await mkdir(target, { recursive: true });
  const letters: DeadLetter[] = [];
  for (const [at, story] of failed.entries()) letters.push(await keep(story, at + 1));
  await writeFile(join(target, listName), `${JSON.stringify(letters, undefined, 2)}\n`);
  return target;

  async function keep({ input, problems }: StoryResult, number: number): Promise<DeadLetter> {
    const relativePath = relativePathOf(input, inputs);
    const copy = `${number}-${input === "-" ? "stdin.txt" : basename(relativePath)}`;
    const letter = { input, relativePath, problems: [...problems] };
    try {
      if (input === "-") await writeFile(join(target, copy), stdin ?? "");
      else await copyFile(input, join(target, copy));
      return { ...letter, copy };
    } catch {
      // What cannot be read cannot be copied; the reason is in the list all the same.
      return letter;
    }
  }
}

/** What identifies a story: its path below the first input that it lies in. */
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
