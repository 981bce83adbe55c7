/** Answers with JSON text in UTF-8, and says how long it is: an answer whose length is known may be compressed. */
export function jsonAnswer(json: Uint8Array<ArrayBuffer>): Response {
  return new Response(json, {
    headers: { "content-type": "application/json", "content-length": String(json.byteLength) },
  });
}
