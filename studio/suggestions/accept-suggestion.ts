import type { Mutation, PatchOperations } from "@sanity/client";
import {
  type Suggestion,
  appendStep,
  formatPath,
  keyedMember,
  parsePath,
  valueAt,
} from "../../schemas/index.ts";
import { editSeen } from "../seen/edit-seen.ts";
import type { SeenDocument } from "../seen/seen-document.ts";
import { withOwnMembers } from "./with-own-members.ts";

/**
 * The mutations that make a document say what the source says at the place of a suggestion; none where it says so
 * already, and `undefined` where that place is gone. Pure.
 *
 * They are refused once the document is no longer the one that was seen; see {@link editSeen}. What the document has that
 * neither version of the source has, such as a newsroom's own fields, stays. A member of an array that the document has no more goes after the nearest of those before it in the source that
 * is still there, or to the array's end.
 *
 * @param seen The version that editors work on: the draft, the version in a release, or what is published where there is
 * neither.
 * @param unpublished Types of the documents that are not published yet, by published id: references to them are weak.
 */
export function acceptSuggestion(
  suggestion: Suggestion,
  seen: SeenDocument,
  unpublished: ReadonlyMap<string, string> = new Map(),
): Mutation[] | undefined {
  const operations = operationsOf(suggestion, seen, unpublished);
  if (operations === undefined || Object.keys(operations).length === 0) return operations && [];
  return editSeen(seen, operations);
}

function operationsOf(
  { path, base, incoming, after = [] }: Suggestion,
  seen: SeenDocument,
  unpublished: ReadonlyMap<string, string>,
): PatchOperations | undefined {
  const here = valueAt(seen, path);
  if (incoming === undefined) return here === undefined ? {} : { unset: [path] };
  const said = withOwnMembers(JSON.parse(incoming), here, base === undefined ? undefined : JSON.parse(base));
  const value = weakened(said, unpublished);
  const array = keyedMember(path)?.array;
  if (here !== undefined || array === undefined) {
    const parent = formatPath((parsePath(path) ?? []).slice(0, -1));
    return valueAt(seen, parent) === undefined ? undefined : { set: { [path]: value } };
  }
  const members = valueAt(seen, array);
  const outer = formatPath((parsePath(array) ?? []).slice(0, -1));
  if (valueAt(seen, outer) === undefined) return undefined;
  const keys = Array.isArray(members) ? members.map((member) => valueAt(member, ["_key"])) : [];
  const before = after.find((key) => keys.includes(key));
  const place = appendStep(array, before === undefined ? -1 : { _key: before });
  return { setIfMissing: { [array]: [] }, insert: { after: place, items: [value] } };
}

/** A value with weak references to what is not published, as Studio writes them: publishing makes them strong. */
function weakened(value: unknown, unpublished: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => weakened(member, unpublished));
  if (typeof value !== "object" || value === null) return value;
  const all = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, weakened(member, unpublished)]),
  );
  const type = "_ref" in value && typeof value._ref === "string" ? unpublished.get(value._ref) : undefined;
  return type === undefined ? all : { ...all, _weak: true, _strengthenOnPublish: { type } };
}
