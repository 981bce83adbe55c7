import { LakeError } from "../core/lake-error.ts";
import { logBug } from "./log-bug.ts";

/**
 * Turns whatever a handler threw into the answer: the one place that writes refusals.
 *
 * An error that is no {@link LakeError} is a bug of the lake: it is logged with its stack, and the client, which
 * keeps edits and tries again on a 500, learns no more than that.
 */
export function errorResponse(error: unknown, log: (line: string) => void): Response {
  if (error instanceof LakeError) return Response.json(error.body, { status: error.status });
  logBug(error, log);
  const message = "The Content Lake failed to answer, which is a bug: its log has the details";
  return Response.json({ statusCode: 500, error: "Internal Server Error", message }, { status: 500 });
}
