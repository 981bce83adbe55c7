import { constants, openSync, statSync } from "node:fs";
import { Socket } from "node:net";

/**
 * Opens a named pipe; `undefined` for what is none. It gives what is written to it from now on, and can be closed while
 * nobody writes: a pipe that is opened as a file is waited for in a place that not even the end of the process gets at.
 */
export function openPipe(path: string): AsyncIterable<Uint8Array> | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFIFO()) return undefined;
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}
