/** Answers with a whole body, and says how long it is: only an answer whose length is known may be compressed. */
export function sizedAnswer(type: string, body: string | Uint8Array<ArrayBuffer>): Response {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return new Response(bytes, {
    headers: { "content-type": type, "content-length": String(bytes.byteLength) },
  });
}
