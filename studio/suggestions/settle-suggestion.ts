import type { PatchOperations } from "@sanity/client";
import { appendStep, keyedMember, valueAt, type Suggestion } from "../../schemas/index.ts";

/**
 * The patch that gives a document the source's version at the place of a suggestion. Pure.
 *
 * An array member that the document no longer has goes after the nearest of the members before it in the source that
 * is still there, or to the end of the array.
 *
 * @param document The document as it is now.
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
