import { createReadStream, statSync } from "node:fs";
import type { UnpackSource } from "./unpacked.ts";

/**
 * A file on disk, to be unpacked under the name that identifies it. It is opened when read, and closed when the signal
 * is aborted.
 */
export const fileSource = (path: string, name: string, signal?: AbortSignal): UnpackSource => ({
  name,
  path,
  ...sizeOf(path),
  open: () => readFile(path, signal),
});

/** A pipe has no length; for a file that cannot be inspected, the reader reports what is wrong. */
function sizeOf(path: string): { readonly sizeBytes?: number } {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? { sizeBytes: found.size } : {};
}

async function* readFile(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, {
    highWaterMark: 256 * 1024,
    ...(signal && { signal }),
  })) {
    if (!(chunk instanceof Uint8Array)) throw new Error("BUG: a file gives something else than bytes");
    yield chunk;
  }
}
