import type { ByteReader } from "./byte-reader.ts";

/** What stands between a record whose line ends are LF and the next one. */
const recordStart = "\n\nWARC/1.";

/** Where a record ends: at a blank line, at the next record, or with the archive. */
const ending = /^(?:\n\n|\n?WARC\/|\n?$)/;

/** Bytes that are looked through first for the next record. */
const firstWindow = 64 * 1024;

/**
 * Reads the block of a record in an archive whose line ends are LF. Some tool has written them anew, and the declared
 * length may be of the bytes before: where the record does not end there, it ends before the next one, or with the
 * archive. `undefined` if the archive ends in it.
 */
export async function readRewrittenBlock(
  reader: ByteReader,
  length: number,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const ahead = await reader.peek(length + recordStart.length);
  if (ahead.length >= length && ending.test(ahead.toString("latin1", length)))
    return await reader.read(length);
  for (let window = Math.max(firstWindow, 2 * length); ; window *= 2) {
    const bytes = await reader.peek(window);
    const next = bytes.indexOf(recordStart, 0, "latin1");
    if (next >= 0) return await reader.read(next);
    const isAll = bytes.length < window;
    if (isAll && bytes.length < length && !bytes.subarray(-2).equals(Buffer.from("\n\n"))) {
      await reader.read(bytes.length);
      return undefined;
    }
    // Longer than any record: what follows is told as damage.
    if (isAll || window > maxBytes) return await reader.read(isAll ? lengthWithoutEnd(bytes) : length);
  }
}

/** A record is followed by two line ends. */
function lengthWithoutEnd(bytes: Buffer): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0x0a) length -= 1;
  return length;
}
