import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { digestOf } from "../digest.ts";
import type { Mapping } from "../parse/mapping/mapping.ts";

/**
 * The folders whose code decides what documents a story becomes, and more than those: a change to any other part of
 * the importer costs one needless parse per story, but no story that would now be read differently counts as
 * unchanged.
 */
const folders = ["..", "../../schemas"];

let known: Promise<string> | undefined;

/**
 * Digest of the rules for reading a story, the program's own and the operator's. While it and a story's text are the
 * same, so are the story's documents, and the story need not be parsed again.
 */
export async function readingRules(mapping?: Mapping, encoding?: string): Promise<string> {
  const own = await (known ??= digestRules());
  const told = [mapping ?? [], encoding ?? []].flat();
  return told.length === 0 ? own : digestOf([own, ...told.map((each) => JSON.stringify(each))].join("\n"));
}

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
