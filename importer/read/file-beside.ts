import { realpath } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";

/** A story that names files, and how far they may be from it. */
export interface StoryBeside {
  /** The imported folder. Nothing outside it is read, neither by `..` nor through a link. */
  readonly root: string;
  /** The file of the story. */
  readonly input: string;
}

/** Where a file is, or why it cannot be read; the reason completes "Cannot import the picture: …". */
export type FileBeside =
  { readonly kind: "inside"; readonly path: string } | { readonly kind: "refused"; readonly why: string };

/**
 * Finds a file that a story names by a path relative to the story's own folder, plain or percent-encoded as in HTML.
 * Never rejects.
 */
export async function findFileBeside(name: string, { root, input }: StoryBeside): Promise<FileBeside> {
  let absent: FileBeside = { kind: "refused", why: "there is no such file" };
  for (const path of pathsOf(name)) {
    const found = await findInside(root, resolve(dirname(input), path));
    if (found.kind === "inside") return found;
    absent = { kind: "refused", why: found.why };
    if (!found.isMissing) return absent;
  }
  return absent;
}

/** The name as it is, and decoded if that differs. */
function pathsOf(name: string): string[] {
  const paths = [name];
  try {
    paths.push(decodeURIComponent(name.replace(/[?#].*$/, "")));
  } catch {
    // The per cent sign is part of the name.
  }
  return [...new Set(paths.map((path) => path.replaceAll("\\", "/")))];
}

type Inside =
  | { readonly kind: "inside"; readonly path: string }
  | { readonly kind: "refused"; readonly why: string; readonly isMissing: boolean };

async function findInside(root: string, path: string): Promise<Inside> {
  const outside: Inside = {
    kind: "refused",
    why: "it is outside the imported folder",
    isMissing: false,
  };
  try {
    const realRoot = await realpath(root);
    // A path that is outside by name alone is not even checked, so as not to reveal whether it exists.
    if (!isBelow(resolve(root), path) && !isBelow(realRoot, path)) return outside;
    const real = await realpath(path);
    return isBelow(realRoot, real) ? { kind: "inside", path: real } : outside;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { kind: "refused", why: isMissing ? "there is no such file" : messageOf(error), isMissing };
  }
}

const isBelow = (folder: string, path: string): boolean => path.startsWith(join(folder, sep));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
