import type { PatchOperations } from "@sanity/client";
import type { Suggestion } from "../../schemas/index.ts";

/**
 * The patch that makes a document say what the source says at the place of a suggestion. Pure.
 *
 * A member of an array that the document has no more goes to the array's end: where it stood, nobody knows.
 */
export function acceptSuggestion({ path, current, incoming }: Suggestion): PatchOperations {
  if (incoming === undefined) return { unset: [path] };
  const value: unknown = JSON.parse(incoming);
  const array = /^(.*)\[_key==".*"\]$/.exec(path)?.[1];
  if (current !== undefined || array === undefined) return { set: { [path]: value } };
  return { setIfMissing: { [array]: [] }, insert: { after: `${array}[-1]`, items: [value] } };
}
