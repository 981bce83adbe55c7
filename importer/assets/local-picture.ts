import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { collectBytes } from "../read/read-bytes.ts";

/** The bytes of a file, or why it is not read; the reason completes "Cannot take the picture: …". */
export type ReadBytesOfPicture =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | {
      readonly kind: "refused";
      readonly why: string;
      /** Whether there is no such file, as far as anybody may look. */
      readonly isAbsent?: boolean;
    };

export interface LocalPictureOptions {
  /** Folder that is imported. Nothing outside of it is read, neither by `..` nor through a link. */
  readonly root: string;
  /** File of the story that names the picture. */
  readonly input: string;
  readonly limitBytes: number;
}

/**
 * Reads a picture that a story names, which is a path from the story's own folder, as it is or percent-encoded as in
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
      // The path has no links any more; one that was put there since is not followed.
      await using file = await open(
        found.path,
        constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
      );
      const stat = await file.stat();
      if (!stat.isFile()) return { kind: "refused", why: "it is no file" };
      const bytes =
        stat.size > limitBytes
          ? undefined
          : await collectBytes(file.createReadStream({ autoClose: false }), limitBytes);
      return bytes === undefined
        ? { kind: "refused", why: `it is longer than ${limitBytes / 1e6} MB` }
        : { kind: "bytes", bytes };
    } catch (error) {
      return { kind: "refused", why: messageOf(error) };
    }
  }
  return absent;
}

/** The name as it is, and decoded if that is another one. */
function pathsOf(name: string): string[] {
  const paths = [name];
  try {
    paths.push(decodeURIComponent(name.replace(/[?#].*$/, "")));
  } catch {
    // A per cent sign of the name's own.
  }
  return [...new Set(paths.map((path) => path.replaceAll("\\", "/")))];
}

type Inside =
  | { readonly kind: "inside"; readonly path: string }
  | { readonly kind: "refused"; readonly why: string; readonly isMissing: boolean };

async function findInside(root: string, path: string): Promise<Inside> {
  const outside: Inside = {
    kind: "refused",
    why: "it is outside of the folder that is imported",
    isMissing: false,
  };
  try {
    const realRoot = await realpath(root);
    // What is outside by its name alone is not even looked at: whether it exists is nobody's business.
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
