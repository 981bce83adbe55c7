import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateStory, type StoryOptions } from "./generate-story.ts";

const storiesPerFolder = 1_000;

/** Writes generated stories as files, the ones from 0 on; those of another edition have the same paths below. */
export async function generateStories(
  folder: string,
  count: number,
  options: StoryOptions = {},
): Promise<string> {
  for (let number = 0; number < count; number += 1) {
    const part = join(folder, String(Math.floor(number / storiesPerFolder)).padStart(4, "0"));
    if (number % storiesPerFolder === 0) await mkdir(part, { recursive: true });
    await writeFile(join(part, `${String(number).padStart(7, "0")}.txt`), generateStory(number, options));
  }
  return folder;
}
