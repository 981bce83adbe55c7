import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder of story files that goes away with its scope. */
export interface StoryFolder extends AsyncDisposable {
  readonly path: string;
  /** Writes files, by their paths below the folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Makes a folder with files in it, by their paths below it. */
export async function storyFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<StoryFolder> {
  const path = await mkdtemp(join(tmpdir(), "stories-"));
  const folder: StoryFolder = {
    path,
    async write(contents) {
      for (const [name, content] of Object.entries(contents)) {
        const file = join(path, name);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
    },
    remove: (name) => rm(join(path, name)),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
  await folder.write(files);
  return folder;
}

/** A short story in English with its source. */
export const shortStory = (
  headline: string,
  paragraph = "The council met on Monday and agreed on the plan.",
): string => `${headline}\n\n${paragraph}\n\nSource: Reuters\n`;
