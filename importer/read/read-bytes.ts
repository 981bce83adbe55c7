import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from "node:fs";

/** Reads a whole file; `undefined` if it is larger than the limit. Rejects if the file cannot be read. */
export type ReadBytes = (path: string, limitBytes: number) => Promise<Uint8Array | undefined>;

/**
 * Reads from the file system. A file that is too large is not read at all.
 *
 * Reads synchronously: stories are a few kilobytes long, and four callbacks per story cost several times as much as
 * reading it.
 */
export const readFileBytes: ReadBytes = async (path, limitBytes) => {
  const file = openSync(path, "r");
  try {
    const found = fstatSync(file);
    // A pipe has no length in advance.
    if (!found.isFile())
      return await collectBytes(createReadStream(path, { fd: file, autoClose: false }), limitBytes);
    return found.size > limitBytes ? undefined : readFileSync(file);
  } finally {
    closeSync(file);
  }
};

/** Joins the chunks of a stream; stops and returns `undefined` once there are more bytes than the limit. */
export async function collectBytes(
  stream: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > limitBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
