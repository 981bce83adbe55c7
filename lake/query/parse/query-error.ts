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
