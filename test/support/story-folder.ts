import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Files by their paths below a folder. */
export type StoryFiles = Readonly<Record<string, string | Uint8Array>>;

/** Writes files into a folder, with the folders that they are in. */
export function writeStories(folder: string, files: StoryFiles): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A folder of story files that goes away with its scope. */
export interface StoryFolder extends AsyncDisposable {
  readonly path: string;
  write(files: StoryFiles): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Makes a folder with files in it. */
export async function storyFolder(files: StoryFiles = {}): Promise<StoryFolder> {
  const path = await mkdtemp(join(tmpdir(), "stories-"));
  writeStories(path, files);
  return {
    path,
    write: async (more) => writeStories(path, more),
    remove: (name) => rm(join(path, name)),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}

/** A short story in English with its source. */
export const shortStory = (
  headline: string,
  paragraph = "The council met on Monday and agreed on the plan.",
): string => `${headline}\n\n${paragraph}\n\nSource: Reuters\n`;
