import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Creates a folder and any missing folders above it.
 *
 * Node's own `recursive` option never returns in a file system that answers ENOENT to every attempt, as /proc does:
 * it keeps trying the folder and the one above it in turn, and no signal ends that.
 *
 * @throws {Error} From the file system, with its code: EEXIST or ENOTDIR where a file is in the way, ELOOP for links
 * that lead in a circle.
 */
export function createFolder(path: string): void {
  const folder = resolve(path);
  const above = dirname(folder);
  if (above !== folder && !existsSync(above)) createFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    const isTaken = error instanceof Error && "code" in error && error.code === "EEXIST";
    if (!isTaken || !statSync(folder).isDirectory()) throw error;
  }
}
