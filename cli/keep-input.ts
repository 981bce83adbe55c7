/** Passes a stream on and keeps a copy, up to a limit: this input cannot be read a second time. */
export function keepInput(
  stream: AsyncIterable<Uint8Array>,
  limitBytes = 10_000_000,
): { readonly stream: AsyncIterable<Uint8Array>; kept(): Uint8Array } {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return {
    stream: (async function* () {
      for await (const chunk of stream) {
        length += chunk.byteLength;
        if (length <= limitBytes) chunks.push(chunk);
        yield chunk;
      }
    })(),
    kept: () => Buffer.concat(chunks),
  };
}
