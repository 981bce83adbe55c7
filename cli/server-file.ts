import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The note that the server of a data folder leaves in it, `server.json`: where it runs. */
const serverNote = z.object({ url: z.url(), pid: z.int().positive() });
export type ServerNote = z.infer<typeof serverNote>;

const pathIn = (dataFolder: string): string => join(dataFolder, "server.json");

/** Writes the note; call {@link removeServerNote} when the server ends. */
export function writeServerNote(dataFolder: string, note: ServerNote): void {
  writeFileSync(pathIn(dataFolder), `${JSON.stringify(note)}\n`);
}

/** Removes the note, unless another server has written its own since. */
export function removeServerNote(dataFolder: string): void {
  if (readNote(dataFolder)?.pid === process.pid) rmSync(pathIn(dataFolder), { force: true });
}

/** The server that serves a data folder; undefined when there is none, also when one died and left its note behind. */
export function findServer(dataFolder: string): ServerNote | undefined {
  const note = readNote(dataFolder);
  return note !== undefined && isRunning(note.pid) ? note : undefined;
}

function readNote(dataFolder: string): ServerNote | undefined {
  try {
    return serverNote.safeParse(JSON.parse(readFileSync(pathIn(dataFolder), "utf8"))).data;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
