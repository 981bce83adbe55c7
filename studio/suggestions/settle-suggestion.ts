import type { PatchOperations } from "@sanity/client";
import { appendStep, keyedMember, valueAt, type Suggestion } from "../../schemas/index.ts";

/**
 * The patch that makes a document say what the source says at the place of a suggestion. Pure.
 *
 * A member of an array that the document has no more goes after the nearest of those before it in the source that
 * is still there, or to the array's end.
 *
 * @param document What the document holds now.
 */
export function acceptSuggestion(
  { path, current, incoming, after = [] }: Suggestion,
  document: Readonly<Record<string, unknown>> = {},
): PatchOperations {
  if (incoming === undefined) return { unset: [path] };
  const value: unknown = JSON.parse(incoming);
  const array = keyedMember(path)?.array;
  if (current !== undefined || array === undefined) return { set: { [path]: value } };
  const members = valueAt(document, array);
  const keys = Array.isArray(members) ? members.map((member) => valueAt(member, ["_key"])) : [];
  const before = after.find((key) => keys.includes(key));
  const place = appendStep(array, before === undefined ? -1 : { _key: before });
  return { setIfMissing: { [array]: [] }, insert: { after: place, items: [value] } };
}
