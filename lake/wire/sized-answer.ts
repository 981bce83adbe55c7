/** Longer parts are sent one after the other, and never put together in memory. */
const longestJoined = 1_000_000;

/**
 * Answers with a whole body, and says how long it is: only an answer whose length is known may be compressed.
 *
 * @param body A text, or parts of a body.
 */
export function sizedAnswer(
  type: string,
  body: string | readonly Uint8Array<ArrayBuffer>[],
  more: Readonly<Record<string, string>> = {},
): Response {
  const parts = typeof body === "string" ? [new TextEncoder().encode(body)] : body;
  const length = parts.reduce((total, { byteLength }) => total + byteLength, 0);
  return new Response(length > longestJoined ? oneAfterTheOther(parts) : Buffer.concat(parts), {
    headers: { "content-type": type, "content-length": String(length), ...more },
  });
}

function oneAfterTheOther(parts: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(part);
      controller.close();
    },
  });
}

/** What a reader may keep, if it asks each time whether it is still so. A long answer that is, is not sent again. */
export const askedAgain = { "cache-control": "no-cache" };
