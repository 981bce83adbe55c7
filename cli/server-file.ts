import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Where the server of a data folder says that it is: `server.json` in that folder. */
const serverNote = z.object({ url: z.url(), pid: z.int().positive() });
export type ServerNote = z.infer<typeof serverNote>;

const pathIn = (dataFolder: string): string => join(dataFolder, "server.json");

/** Leaves the note; call {@link removeServerNote} when the server ends. */
export function writeServerNote(dataFolder: string, note: ServerNote): void {
  writeFileSync(pathIn(dataFolder), `${JSON.stringify(note)}\n`);
}

/** Takes the note away, unless another server has left its own meanwhile. */
export function removeServerNote(dataFolder: string): void {
  if (readNote(dataFolder)?.pid === process.pid) rmSync(pathIn(dataFolder), { force: true });
}

/** The server that serves a data folder; undefined when there is none, also when one died without taking its note. */
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
