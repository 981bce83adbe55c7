import { statSync, type Stats } from "node:fs";

/** A file that was changed this recently may change again without a visible change of its times. */
const clockGrainMs = 2_000;

/**
 * Identifies a file and its state without reading it, by its place on the disk, its size and its times. `undefined`
 * for a file that is too new to be sure of, or that cannot be inspected.
 */
export function fileStateOf(path: string): string | undefined {
  const found = look(path);
  if (found === undefined || !found.isFile()) return undefined;
  // ctime is the time of the last change of any kind; unlike mtime it cannot be set back.
  if (Date.now() - found.ctimeMs < clockGrainMs) return undefined;
  return [found.dev, found.ino, found.size, found.mtimeMs, found.ctimeMs].join(":");
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // The reader of the file reports what is wrong with it.
    return undefined;
  }
}
