import { constants, openSync, statSync } from "node:fs";
import { Socket } from "node:net";
import { addAbortSignal } from "node:stream";

/**
 * Opens a named pipe; `undefined` if the path is not one. It yields what is written from now on, and the signal closes
 * it even while nothing is being written: a pipe opened as a file blocks where not even the end of the process can
 * interrupt it.
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
