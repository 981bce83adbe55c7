import { canonicalJson } from "../../schemas/index.ts";
import { digestOf } from "../digest.ts";

/** The content fields of a document: all but Sanity's own. Pure. */
export function contentOf(document: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).filter(([field]) => !field.startsWith("_")));
}

/** Whether two documents have the same content, whatever the strength of their references. Pure. */
export const hasSameContent = (a: object, b: object): boolean =>
  canonicalJson(contentOf(a)) === canonicalJson(contentOf(b));

/** Digest for checking whether a document still has the content that was written, whatever its references' strength. */
export const digestOfContent = (document: object): string => digestOf(canonicalJson(contentOf(document)));

/** The fields to set and unset so that `from` gets the content of `to`. Pure. */
export function differenceOf(from: object, to: object): { set: Record<string, unknown>; unset: string[] } {
  const [before, after] = [contentOf(from), contentOf(to)];
  const set = Object.entries(after).filter(
    ([field, value]) => canonicalJson(before[field]) !== canonicalJson(value),
  );
  return { set: Object.fromEntries(set), unset: Object.keys(before).filter((field) => !(field in after)) };
}
