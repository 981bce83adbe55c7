import { isRecord, type DocumentKey, type FieldPath } from "./dataset.ts";

/** The items of a list, or what is at a place within each of them: `tags`, `problems[].code`. */
export interface MembersKey {
  readonly list: FieldPath;
  readonly within: FieldPath;
}

/** What a list holds as a key of an index, which has a row for each different member. */
export const keyOfMembers = ({ list, within }: MembersKey): string =>
  JSON.stringify({ type: "Members", list, within });

/** The list of such a key; `undefined` for any other. */
export function membersOfKey(key: DocumentKey): MembersKey | undefined {
  if (typeof key !== "string") return undefined;
  const parsed: unknown = JSON.parse(key);
  if (!isRecord(parsed) || parsed["type"] !== "Members") return undefined;
  const { list, within } = parsed;
  return Array.isArray(list) && Array.isArray(within) ? { list, within } : undefined;
}
