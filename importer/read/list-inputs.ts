import type { Dirent, Stats } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { ImportError } from "../import-error.ts";
import type { ImportNote } from "../stages.ts";
import { noStoryNamed } from "./no-story.ts";
import { PassedOver } from "./passed-over.ts";
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
  /** A link in a folder to something outside of it. */
  | { readonly kind: "outside"; readonly path: string }
  | { readonly kind: "unlistable"; readonly path: string; readonly cause: unknown };

export interface ListedInputs {
  readonly inputs: readonly ListedInput[];
  readonly notes: ImportNote[];
}

/**
 * Lists the story files that the inputs name, including those in subfolders.
 *
 * They are sorted by their paths below the inputs, so the result does not depend on the order of the inputs; standard
 * input comes last. In a folder, files with the extension of a supported format are listed; others, and pipes, sockets
 * and devices, are ignored, and notes name them. A file that is named directly is listed whatever its name: its content
 * decides its format. Links to folders are not followed, so circular links cannot trap the run, and a link that leads out
 * of the folder is never read.
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
      const passedOver = new PassedOver();
      const inside = await listFolder({ root: input, realRoot: await realpath(input), passedOver }, "");
      if (inside.length === 0) throw withoutStories(input);
      listed.push(...inside);
      notes.push(...passedOver.messages().map((message) => ({ input, message })));
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
  /\.(?:te?xt|x?html?|md|markdown|xml|rss|atom|rdf|nitf|newsml|g2|wxr|json|ninjs|ndjson|jsonl|csv|tsv|iptc|warc|wet|zip|tar|tgz|gz)$/i;

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

interface Listing {
  readonly root: string;
  readonly realRoot: string;
  readonly passedOver: PassedOver;
}

async function listFolder(listing: Listing, below: string): Promise<ListedInput[]> {
  const { root, passedOver } = listing;
  const inputs: ListedInput[] = [];
  let entries;
  try {
    entries = await readdir(join(root, below), { withFileTypes: true });
  } catch (cause) {
    return [{ kind: "unlistable", path: join(root, below), cause }];
  }
  for (const entry of entries) {
    const name = join(below, entry.name);
    const path = join(root, name);
    const noStory = noStoryNamed(entry.name);
    if (noStory !== undefined) passedOver.add(noStory, name);
    else if (entry.isDirectory()) inputs.push(...(await listFolder(listing, name)));
    else if (!storyName.test(entry.name)) passedOver.add("unsupported format", name);
    else {
      const kind = entry.isSymbolicLink() ? await kindOfLink(path, listing.realRoot) : kindOf(entry);
      if (kind === "file") inputs.push({ kind, path, relativePath: toIdentity(name), root });
      else if (kind === "outside") inputs.push({ kind, path });
      else passedOver.add(kind, name);
    }
  }
  return inputs;
}

/** What is no file may give nothing for ever, and hold up whoever waits for it. */
const kindOf = (found: Dirent | Stats): "file" | "a pipe, a socket or a device" =>
  found.isFile() ? "file" : "a pipe, a socket or a device";

async function kindOfLink(
  path: string,
  realRoot: string,
): Promise<ReturnType<typeof kindOf> | "outside" | "a link to a folder"> {
  try {
    const target = await realpath(path);
    if (!target.startsWith(join(realRoot, sep))) return "outside";
    const found = await stat(target);
    return found.isDirectory() ? "a link to a folder" : kindOf(found);
  } catch {
    // A link to nowhere, or a circle of them: whoever reads it tells what is wrong.
    return "file";
  }
}

const toIdentity = (path: string): string => path.split(sep).join("/").normalize("NFC");

const withoutStories = (input: string): ImportError =>
  new ImportError("no-stories", `Cannot import "${input}": the folder contains no stories`, {
    hint: "Give a folder with files in a supported format (.txt, .html, .xml and others), or name the files themselves.",
  });
