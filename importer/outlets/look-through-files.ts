import { statSync } from "node:fs";
import { digestOf } from "../digest.ts";
import { fileStateOf } from "../read/file-state.ts";
import type { ListedInput } from "../read/list-inputs.ts";
import { plainTextOf, type PlainTextContext } from "../read/plain-text-of.ts";
import { readFileBytes } from "../read/read-bytes.ts";
import type { Journal } from "../runs/journal/journal.ts";
import { featuresOf } from "./sample/story-features.ts";
import { sampleIdOf, sampleSize, type StorySample, textMarkOf } from "./sample/story-sample.ts";

export type ListedFile = Extract<ListedInput, { readonly kind: "file" }>;

export interface LookContext extends Pick<PlainTextContext, "parsers" | "encoding"> {
  readonly signal?: AbortSignal | undefined;
  /** Knows which files are unchanged, and need not be opened. */
  readonly journal?: Pick<Journal, "get"> | undefined;
}

/** Of a folder full of other formats only so many files are opened. */
const mostOpened = 4 * sampleSize;

/** No plain-text story is longer: 1 MB. */
const maxTextBytes = 1_000_000;

/**
 * Adds the plain texts among the files of an outlet to its sample. Of however many files, only those are opened that the
 * sample keeps and does not know yet as they are.
 */
export async function lookThroughFiles(
  files: readonly ListedFile[],
  sample: StorySample,
  context: LookContext,
): Promise<void> {
  const inOrder = files
    .map((file) => ({ file, id: sampleIdOf(file.relativePath) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  let opened = 0;
  for (const { file, id } of inOrder) {
    if (context.signal?.aborted || opened >= mostOpened || !sample.wouldKeep(id)) return;
    const known = sample.stories.get(id)?.text;
    if (known !== undefined && known === markInJournal(file, context)) continue;
    opened += 1;
    const text = await textOf(file, context);
    if (text === undefined) continue;
    const contentHash = digestOf(text);
    if (textMarkOf(contentHash) !== known) sample.add(id, contentHash, featuresOf(text));
  }
}

/** The mark of a file's text, if the file is as this machine has read it before. */
function markInJournal({ relativePath, path }: ListedFile, { journal }: LookContext): string | undefined {
  const entry = journal?.get(relativePath);
  if (entry?.fileState === undefined || entry.fileState !== fileStateOf(path)) return undefined;
  return textMarkOf(entry.contentHash);
}

/** What is wrong with a file is told when it is read as a story. What is no file, such as a pipe, can be read once only. */
async function textOf({ path, relativePath }: ListedFile, context: LookContext): Promise<string | undefined> {
  try {
    if (!statSync(path).isFile()) return undefined;
    const bytes = await readFileBytes(path, maxTextBytes);
    return bytes && plainTextOf(bytes, { ...context, name: relativePath });
  } catch {
    return undefined;
  }
}
