import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "../digest.ts";

/** Everything that decides what documents a story's text becomes. */
const folders = ["../parse", "../transform", "../authority", "../../schemas"];

let known: Promise<string> | undefined;

/**
 * Digest of the program's own rules for reading a story: as long as it and a story's text are the same, so are the
 * story's documents, and the story need not be parsed to know that nothing has changed.
 */
export const readingRules = (): Promise<string> => (known ??= digestRules());

async function digestRules(): Promise<string> {
  const texts = await Promise.all(
    folders.map(async (folder) => {
      const root = join(import.meta.dirname, folder);
      const names = (await readdir(root, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted();
      return Promise.all(names.map(async (name) => digestOf(await readFile(name, "utf8"))));
    }),
  );
  return digestOf(texts.flat().join("\n"));
}
