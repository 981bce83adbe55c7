import { open } from "node:fs/promises";

/** Reads a file whole; `undefined` if it is longer than the limit. Rejects if the file cannot be read. */
export type ReadBytes = (path: string, limitBytes: number) => Promise<Uint8Array | undefined>;

/** Reads from the file system. A file that is too long is not read at all, however long it is. */
export const readFileBytes: ReadBytes = async (path, limitBytes) => {
  await using file = await open(path);
  const { size } = await file.stat();
  if (size > limitBytes) return undefined;
  // Awaited here: the file must stay open until it is read.
  return await collectBytes(file.createReadStream({ autoClose: false }), limitBytes);
};

/** Joins the chunks of a stream, and stops reading it once there are more bytes than the limit. */
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
