import { LakeError } from "../../core/lake-error.ts";
import type { Place } from "./query-tokens.ts";

/**
 * A refusal of a query, in the form of @sanity/client src/http/errors (queryParseError): clients draw a frame around the
 * offending characters.
 *
 * @param place Where they stand; the whole query unless told.
 */
export function queryError(query: string, error: unknown, place?: Place): LakeError {
  const message = error instanceof Error ? error.message : String(error);
  const { start, end } = place ?? { start: 0, end: query.length };
  return new LakeError(400, message, {
    error: { type: "queryParseError", description: message, query, start, end },
  });
}

/** What an evaluation failed with: a refusal by groq-js as one of the query, anything else as it is. */
export function evaluationError(query: string, error: unknown): unknown {
  const isRefusal = error instanceof Error && error.constructor === Error && !("code" in error);
  return isRefusal ? queryError(query, error) : error;
}
