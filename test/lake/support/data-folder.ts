import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import { openServices } from "../../../lake/open-services.ts";

/** An empty folder that goes with the test. */
export function dataFolderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), "lake-folder-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Puts stories into the lake of a folder, each in a transaction of its own, and an edit of the first. */
export function fillLake(dataFolder: string, stories = 40): void {
  const services = openServices({ dataFolder });
  const dataset = services.dataset("production");
  const write = (mutation: Readonly<Record<string, unknown>>): void =>
    void dataset.commit({ author: "local", mutations: [mutation] });
  for (let story = 0; story < stories; story += 1) write({ create: storyOf(story) });
  write({ patch: { id: "story-0", set: { title: "edited" } } });
  services.close();
}

/** Long enough to fill pages that hold nothing else. */
const storyOf = (story: number): Readonly<Record<string, unknown>> => ({
  _id: `story-${story}`,
  _type: "story",
  title: `Story ${story}`,
  body: Array.from({ length: 120 }, (_, paragraph) => ({
    _key: `k${paragraph}`,
    text: `Paragraph ${paragraph} of story ${story}, which says nothing in particular at some length.`,
  })),
  ...(story > 0 && { related: { _ref: "story-0" } }),
});

/** Writes over a part of a file. */
export function overwrite(file: string, position: number, bytes: Uint8Array | string): void {
  const descriptor = openSync(file, "r+");
  writeSync(descriptor, Buffer.from(bytes), 0, undefined, position);
  closeSync(descriptor);
}

/** Makes the text of one document something that is no JSON, where nothing but text stands on the page. */
export function garble(file: string, id: string): void {
  const database = new DatabaseSync(file);
  const { revision } = database.prepare("SELECT revision FROM documents WHERE id = ?").get(id) ?? {};
  database.close();
  // Only documents as they are now hold their revision.
  falsify(file, `"_rev":"${String(revision)}"`, `"_rev"\n"${String(revision)}"`);
}

/** Replaces text by other text of the same length, in the last place where a file has it. */
export function falsify(file: string, text: string, other: string): void {
  const at = readFileSync(file).lastIndexOf(text);
  if (at < 0 || text.length !== other.length) throw new Error(`BUG: cannot falsify "${text}" in ${file}`);
  overwrite(file, at, other);
}
