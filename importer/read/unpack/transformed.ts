import { pipeline, Readable, type Duplex } from "node:stream";

/** Sends chunks through a Node stream. Closes both ends, whether it is read to the end or abandoned. */
export async function* transformed(
  chunks: AsyncIterable<Uint8Array>,
  stream: Duplex,
): AsyncGenerator<Uint8Array> {
  // An error at either end also ends the loop below, which throws it.
  pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 2 }), stream, () => {});
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new Error("BUG: the stream gives something else than bytes");
    yield chunk;
  }
}
