import { constants, openSync, statSync } from "node:fs";
import { Socket } from "node:net";
import { addAbortSignal } from "node:stream";

/**
 * Opens a named pipe; `undefined` for what is none. It gives what is written to it from now on, and the signal closes it
 * even while nobody writes: a pipe that is opened as a file is waited for in a place that not even the end of the process
 * gets at.
 */
export function openPipe(
  path: string,
  signal: AbortSignal | undefined,
): AsyncIterable<Uint8Array> | undefined {
  if (!statSync(path, { throwIfNoEntry: false })?.isFIFO()) return undefined;
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const pipe = new Socket({ fd, readable: true, writable: false });
  return signal === undefined ? pipe : addAbortSignal(signal, pipe);
}
