import { LakeError } from "../core/lake-error.ts";

/**
 * Turns an error thrown by a handler into the answer: the only place that writes refusals.
 *
 * An error other than a {@link LakeError} is a bug in the lake: it is logged with its stack, and the client, which
 * keeps edits and retries on a 500, is told no more than that.
 */
export function errorResponse(error: unknown, log: (line: string) => void): Response {
  if (error instanceof LakeError) return Response.json(error.body, { status: error.status });
  log(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const message = "The Content Lake failed to answer, which is a bug: its log has the details";
  return Response.json({ statusCode: 500, error: "Internal Server Error", message }, { status: 500 });
}
