import { LakeError, plainError } from "./lake-error.ts";

/*
 * Queries that were ended. A client repeats what is refused with 429, 502 or 503 (@sanity/client 7.28 src/http/request), and
 * browsers what is refused with 408: a query that would take as long once more gets 400.
 */

/** The refusal of a query that was not done in time. */
export function queryTookTooLong(limitMs: number): LakeError {
  return ended("queryTimeoutError", `Cannot finish query: it takes longer than ${limitMs / 1000} seconds`);
}

/** The refusal of a query that needed more memory than there is for one. */
export function queryTookTooMuch(): LakeError {
  return ended(
    "queryMemoryError",
    "Cannot finish query: its values take more memory than one query may have",
  );
}

/** The refusal of a query for which too many others are waiting. */
export function tooManyQueries(): LakeError {
  return plainError(429, "Too many queries are waiting to be answered");
}

/** wire: any error with a description is shown by it (@sanity/client 7.28 src/http/errors). The hosted types are not known. */
function ended(type: string, description: string): LakeError {
  return new LakeError(400, description, { error: { type, description } });
}
