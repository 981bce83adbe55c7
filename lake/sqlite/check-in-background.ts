import { execFile } from "node:child_process";
import { execPath } from "node:process";
import { fileURLToPath } from "node:url";
import type { Soundness } from "./soundness-of.ts";

/**
 * Checks a database that is in use, by a process of its own: a check cannot be interrupted, and a process can be ended.
 *
 * @param hear Is told what is wrong, if anything is, unless the check is ended before.
 * @returns A function that ends it at once.
 */
export function checkInBackground(
  file: string,
  hear: (found: Exclude<Soundness, "sound">) => void,
): () => void {
  const script = fileURLToPath(import.meta.resolve("./soundness-child.ts"));
  // One that was ended, or could not begin for want of memory, says nothing.
  const child = execFile(execPath, [script, file], (_error, found) => {
    if (found === "damaged" || found === "words-damaged") hear(found);
  });
  return () => void child.kill("SIGKILL");
}
