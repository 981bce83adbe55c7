import { appendFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import type { Crash } from "../importer/crash.ts";
import { shownJson, shownLines } from "../importer/shown-text.ts";

/** Where the details of failures of the program itself go, for whoever mends it. */
export interface CrashFile {
  /** Never fails: a disk that is full is no reason to lose the sentence that tells of it. */
  add(crash: Partial<Crash>): void;
  /** Its path; `undefined` where nothing was written. */
  readonly path: string | undefined;
}

/** Makes the file of this process, once there is something to write. Only its user can read it. */
export function crashFile(folder = tmpdir()): CrashFile {
  const path = join(
    folder,
    `copydesk-crash-${new Date().toISOString().replace(/\W/g, "")}-${process.pid}.txt`,
  );
  let written: string | undefined;
  return {
    add({ input, error }) {
      const about = input === undefined ? "" : `${shownJson(input)}\n`;
      try {
        appendFileSync(path, `${about}${shownLines(inspect(error))}\n\n`, { mode: 0o600 });
        written = path;
      } catch {
        // Told without the details, then.
      }
    },
    get path() {
      return written;
    },
  };
}

/** What to do about a failure of the program. */
export const hintOfCrash = ({ path }: CrashFile): string =>
  path === undefined
    ? "Report it with what you did; its details could not be written to a file."
    : `Report it with the file ${path}, which has the details.`;
