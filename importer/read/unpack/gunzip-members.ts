import { createGunzip } from "node:zlib";
import { transformed } from "./transformed.ts";

/**
 * Unpacks a gzip file, which may have many members.
 *
 * A web archive has one member per record. A damaged member does not end the reading: it goes on at the next member
 * found, after a blank line that shows the record reader where. Any other file is a single unit and rejects, since a
 * missing middle would go unnoticed.
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

/** The first bytes of a member, then the source, which stays open even if reading stops early. */
async function* leftOpen(start: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.byteLength > 0) yield start;
  for (let step = await source.next(); !step.done; step = await source.next()) yield step.value;
}

/** The bytes from the next member on; `undefined` if there is none. Bytes that only look like a member fail again. */
async function nextMember(source: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  let seen = Buffer.alloc(0);
  for (let step = await source.next(); !step.done; step = await source.next()) {
    seen = Buffer.concat([seen.subarray(-2), step.value]);
    const at = seen.indexOf("\x1f\x8b\x08", 0, "latin1");
    if (at >= 0) return seen.subarray(at);
  }
  return undefined;
}
