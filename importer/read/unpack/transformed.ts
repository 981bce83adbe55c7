import { pipeline, Readable, type Duplex } from "node:stream";

/** Sends chunks through a stream of Node. Closes both ends, whether it is read to the end or given up. */
export async function* transformed(
  chunks: AsyncIterable<Uint8Array>,
  stream: Duplex,
): AsyncGenerator<Uint8Array> {
  // The error of either end also ends the reading below, which is where it is thrown.
  pipeline(Readable.from(chunks, { objectMode: true, highWaterMark: 2 }), stream, () => {});
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new Error("BUG: the stream gives something else than bytes");
    yield chunk;
  }
}
