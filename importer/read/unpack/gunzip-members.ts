import { createGunzip } from "node:zlib";
import { transformed } from "./transformed.ts";

/**
 * Unpacks a compressed file, also one of many members.
 *
 * A web archive has a member for each record. There a damaged member does not end the reading: it goes on at the next
 * one that is found a little later, behind a blank line, so that the reader of records sees where. Any other file is
 * one thing and rejects, since nobody could tell that its middle is missing.
 */
export async function* gunzipMembers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  let isWarc: boolean | undefined;
  let start: Uint8Array | undefined = Buffer.alloc(0);
  try {
    while (start) {
      try {
        for await (const chunk of transformed(
          leftOpen(start, source),
          createGunzip({ chunkSize: 128 * 1024 }),
        )) {
          isWarc ??= Buffer.from(chunk.subarray(0, 5)).toString("latin1") === "WARC/";
          yield chunk;
        }
        return;
      } catch (error) {
        start = isWarc ? await nextMember(source) : undefined;
        if (!start) throw error;
        yield blankLine;
      }
    }
  } finally {
    await source.return?.();
  }
}

const blankLine = Buffer.from("\r\n\r\n");

/** The first bytes of a member, and then the source, which stays open when these are not read to their end. */
async function* leftOpen(start: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.byteLength > 0) yield start;
  for (let step = await source.next(); !step.done; step = await source.next()) yield step.value;
}

/** What comes from the next member on; `undefined` if there is none. Bytes that only look like one fail again. */
async function nextMember(source: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  let seen = Buffer.alloc(0);
  for (let step = await source.next(); !step.done; step = await source.next()) {
    seen = Buffer.concat([seen.subarray(-2), step.value]);
    const at = seen.indexOf("\x1f\x8b\x08", 0, "latin1");
    if (at >= 0) return seen.subarray(at);
  }
  return undefined;
}
