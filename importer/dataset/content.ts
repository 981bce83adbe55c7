import { digestOf } from "../digest.ts";
import { canonicalJson } from "./canonical-json.ts";

/** The fields of a document that hold content: all but Sanity's own. Pure. */
export function contentOf(document: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([field]) => !field.startsWith("_")));
}

/** Whether two documents hold the same content, however strong their references are. Pure. */
export const hasSameContent = (a: object, b: object): boolean =>
  canonicalJson(contentOf(a)) === canonicalJson(contentOf(b));

/** Tells whether a document still holds what was written, however strong its references are. Pure. */
export const digestOfContent = (document: object): string => digestOf(canonicalJson(contentOf(document)));

/** The fields to set and to unset so that `from` holds the content of `to`. Pure. */
export function differenceOf(from: object, to: object): { set: Record<string, unknown>; unset: string[] } {
  const [before, after] = [contentOf(from), contentOf(to)];
  const set = Object.entries(after).filter(
    ([field, value]) => canonicalJson(before[field]) !== canonicalJson(value),
  );
  return { set: Object.fromEntries(set), unset: Object.keys(before).filter((field) => !(field in after)) };
}
