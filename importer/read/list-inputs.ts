import { lstat, readdir, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { ImportError } from "../import-error.ts";
import type { ImportNote } from "../stages.ts";
import type { StoryFile } from "./story-file.ts";

/** One thing to read, or a folder that could not be listed. */
export type ListedInput =
  | { readonly kind: "stdin" }
  | {
      readonly kind: "file";
      readonly path: string;
      /** Path below the import root, with `/` and in NFC: the same on every machine. */
      readonly relativePath: string;
      /** The imported folder, or the folder of the file. */
      readonly root: string;
    }
  | { readonly kind: "unlistable"; readonly path: string; readonly cause: unknown };

export interface ListedInputs {
  readonly inputs: readonly ListedInput[];
  readonly notes: ImportNote[];
}

/**
 * Lists the story files that the inputs name, including those in subfolders.
 *
 * They are sorted by their paths below the inputs, so the result does not depend on the order of the inputs; standard
 * input comes last. In a folder, files with the extension of a supported format are listed; hidden files are ignored,
 * and others are counted in a note. A file that is named directly is listed whatever its name: its content decides its
 * format. Links to folders are not followed, so circular links cannot trap the run.
 *
 * @throws {ImportError} `input-not-found` for a path that does not exist, `no-stories` for a folder without any.
 */
export async function listInputs(inputs: readonly (string | StoryFile)[]): Promise<ListedInputs> {
  const listed: ListedInput[] = [];
  const notes: ImportNote[] = [];
  for (const input of inputs) {
    if (typeof input !== "string") {
      const { path, relativePath } = input;
      listed.push({ kind: "file", path, relativePath: toIdentity(relativePath), root: dirname(path) });
    } else if (input === "-") {
      listed.push({ kind: "stdin" });
    } else if (await isFolder(input)) {
      const folder = await listFolder(input, "");
      if (folder.inputs.length === 0) throw withoutStories(input);
      listed.push(...folder.inputs);
      if (folder.ignored > 0) notes.push({ input, message: ignoredMessage(folder.ignored) });
    } else {
      const root = dirname(input);
      listed.push({ kind: "file", path: input, relativePath: toIdentity(basename(input)), root });
    }
  }
  return { inputs: listed.toSorted(byIdentity), notes };
}

function byIdentity(a: ListedInput, b: ListedInput): number {
  const [first, second] = [sortKeyOf(a), sortKeyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Standard input comes last; files with the same path below their folders are sorted by their whole path. */
const sortKeyOf = (input: ListedInput): string =>
  input.kind === "stdin"
    ? "\uffff"
    : `${input.kind === "file" ? input.relativePath : input.path}\0${input.path}`;

const storyName =
  /\.(?:te?xt|x?html?|md|markdown|xml|rss|atom|rdf|nitf|newsml|g2|wxr|json|ninjs|ndjson|jsonl|csv|tsv|warc|wet|zip|tar|tgz|gz)$/i;

/** Files often found beside stories that are not stories. */
const besideStories = /^(?:readme|licen[cs]e|changelog)\b/i;

/** Whether the path is a folder; a file that exists but cannot be inspected is left for the reader to report. */
async function isFolder(path: string): Promise<boolean> {
  try {
    await lstat(path);
  } catch (cause) {
    if (!isMissing(cause)) return false;
    throw new ImportError("input-not-found", `Cannot read "${path}": there is no such file or folder`, {
      hint: "Check the path; a relative one starts at the current folder.",
      cause,
    });
  }
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function isMissing(cause: unknown): boolean {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR";
}

async function listFolder(root: string, below: string): Promise<{ inputs: ListedInput[]; ignored: number }> {
  const inputs: ListedInput[] = [];
  let ignored = 0;
  let entries;
  try {
    entries = await readdir(join(root, below), { withFileTypes: true });
  } catch (cause) {
    return { inputs: [{ kind: "unlistable", path: join(root, below), cause }], ignored };
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const name = join(below, entry.name);
    if (entry.isDirectory()) {
      const folder = await listFolder(root, name);
      inputs.push(...folder.inputs);
      ignored += folder.ignored;
    } else if (storyName.test(entry.name) && !besideStories.test(entry.name)) {
      inputs.push({ kind: "file", path: join(root, name), relativePath: toIdentity(name), root });
    } else {
      ignored += 1;
    }
  }
  return { inputs, ignored };
}

const toIdentity = (path: string): string => path.split(sep).join("/").normalize("NFC");

const ignoredMessage = (count: number): string =>
  count === 1 ? "1 file ignored: unsupported format" : `${count} files ignored: unsupported format`;

const withoutStories = (input: string): ImportError =>
  new ImportError("no-stories", `Cannot import "${input}": the folder contains no stories`, {
    hint: "Give a folder with files in a supported format (.txt, .html, .xml and others), or name the files themselves.",
  });
