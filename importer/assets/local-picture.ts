import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { collectBytes } from "../read/read-bytes.ts";

/** The bytes of a file, or why it was not read; the reason completes "Cannot import the picture: …". */
export type ReadBytesOfPicture =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | {
      readonly kind: "refused";
      readonly why: string;
      /** Whether there is no such file, as far as anybody may look. */
      readonly isAbsent?: boolean;
    };

export interface LocalPictureOptions {
  /** The imported folder. Nothing outside it is read, neither by `..` nor through a link. */
  readonly root: string;
  /** The file of the story that names the picture. */
  readonly input: string;
  readonly limitBytes: number;
}

/**
 * Reads a picture that a story names by a path relative to the story's own folder, plain or percent-encoded as in
 * HTML. Never rejects.
 */
export async function readLocalPicture(
  name: string,
  options: LocalPictureOptions,
): Promise<ReadBytesOfPicture> {
  const { root, input, limitBytes } = options;
  let absent = { kind: "refused" as const, why: "there is no such file", isAbsent: true };
  for (const path of pathsOf(name)) {
    const found = await findInside(root, resolve(dirname(input), path));
    if (found.kind === "refused") {
      absent = { ...absent, why: found.why };
      if (found.isMissing) continue;
      return absent;
    }
    try {
      // The path is already resolved; a link created since is not followed.
      await using file = await open(
        found.path,
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
      );
      const stat = await file.stat();
      if (!stat.isFile()) return { kind: "refused", why: "it is not a file" };
      const bytes =
        stat.size > limitBytes
          ? undefined
          : await collectBytes(file.createReadStream({ autoClose: false }), limitBytes);
      return bytes === undefined
        ? { kind: "refused", why: `it is larger than ${limitBytes / 1e6} MB` }
        : { kind: "bytes", bytes };
    } catch (error) {
      return { kind: "refused", why: messageOf(error) };
    }
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
