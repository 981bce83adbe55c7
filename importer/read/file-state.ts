import { statSync, type Stats } from "node:fs";

/** A file that was changed this recently may be changed again without its times telling. */
const clockGrainMs = 2_000;

/**
 * What tells a file from every other and from what it was before, without reading it: its place on the disk, its
 * size and its times. `undefined` for a file that is too new to be sure of, or cannot be looked at.
 */
export function fileStateOf(path: string): string | undefined {
  const found = look(path);
  if (found === undefined || !found.isFile()) return undefined;
  // The time of the last change of anything, which unlike the time of the last writing nobody can set back.
  if (Date.now() - found.ctimeMs < clockGrainMs) return undefined;
  return [found.dev, found.ino, found.size, found.mtimeMs, found.ctimeMs].join(":");
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // Whoever reads the file tells what is wrong with it.
    return undefined;
  }
}
