/** Answers with one JSON value per line. */
export function ndjson(values: Iterable<unknown>): Response {
  const lines = Array.from(values, (value) => `${JSON.stringify(value)}\n`);
  return new Response(lines.join(""), { headers: { "content-type": "application/x-ndjson" } });
}
