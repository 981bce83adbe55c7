import { stat } from "node:fs/promises";

/** A file that was changed this recently may be changed again without its times telling. */
const clockGrainMs = 2_000;

/**
 * What tells a file from every other and from what it was before, without reading it: its place on the disk, its
 * size and its times. `undefined` for a file that is too new to be sure of, or cannot be looked at.
 */
export async function fileStateOf(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) return undefined;
  // The time of the last change of anything, which unlike the time of the last writing nobody can set back.
  if (Date.now() - found.ctimeMs < clockGrainMs) return undefined;
  return [found.dev, found.ino, found.size, found.mtimeMs, found.ctimeMs].join(":");
}
