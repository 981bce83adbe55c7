/** The chunks of a stream that is said to be one of bytes. */
export async function* bytesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("BUG: a stream of bytes gives something else");
    yield chunk;
  }
}
