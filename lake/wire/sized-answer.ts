/** Answers with a whole body, and says how long it is: only an answer whose length is known may be compressed. */
export function sizedAnswer(
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  more: Readonly<Record<string, string>> = {},
): Response {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return new Response(bytes, {
    headers: { "content-type": type, "content-length": String(bytes.byteLength), ...more },
  });
}

/** What a reader may keep, if it asks each time whether it is still so. A long answer that is, is not sent again. */
export const askedAgain = { "cache-control": "no-cache" };
