import { appendStep } from "../../../schemas/index.ts";
import { isKeyed } from "./keyed.ts";
import { mergeKeyedArray } from "./merge-keyed-array.ts";
import { isMergeableBlock, mergeTextBlock } from "./merge-text-block.ts";
import { isRecord, sameValue } from "./same-value.ts";
import type { Conflict, Merge, Versions } from "./versions.ts";

const unchanged = (value: unknown): Merge => ({ value, conflicts: [] });

/**
 * Merges the source's change to a value into the editor's version.
 *
 * Pure. The editor's change is never overwritten, and no change by the source is lost: it is either in the value or
 * in a conflict.
 */
function mergeValue(path: string, { base, current, incoming }: Versions): Merge {
  if (sameValue(base, incoming) || sameValue(current, incoming)) return unchanged(current);
  if (sameValue(base, current)) return unchanged(incoming);
  if (isKeyed(base) && isKeyed(current) && isKeyed(incoming) && !isMadeByBoth(base, current, incoming)) {
    const members = { base: base ?? [], current: current ?? [], incoming: incoming ?? [] };
    const merge = mergeKeyedArray(path, members, mergeValue);
    return { ...merge, value: orAbsent(merge.value, current, incoming) };
  }
  if (isWords(base) && isWords(current) && isWords(incoming)) {
    return unchanged(orAbsent(mergeWords(base ?? [], current ?? [], incoming ?? []), current, incoming));
  }
  if (isMergeableBlock(base) && isMergeableBlock(current) && isMergeableBlock(incoming)) {
    const merged = mergeTextBlock(base, current, incoming);
    if (merged !== undefined) return unchanged(merged);
  }
  if (isPlain(base) && isPlain(current) && isPlain(incoming)) {
    return mergeMembers(path, base, current, incoming);
  }
  return { value: current, conflicts: [{ path, base, current, incoming }] };
}

/** An empty list counts as absent if one side has no list. */
const orAbsent = (list: unknown, ...sides: readonly unknown[]): unknown =>
  Array.isArray(list) && list.length === 0 && sides.includes(undefined) ? undefined : list;

/** A list that both sides created independently is two versions of one thing: joined, it would repeat everything. */
const isMadeByBoth = (...[base, current, incoming]: (readonly unknown[] | undefined)[]): boolean =>
  (base ?? []).length === 0 && (current ?? []).length > 0 && (incoming ?? []).length > 0;

/** Objects whose members can be merged one by one: not references and blocks, which make sense only as a whole. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && !("_ref" in value) && value._type !== "block";
}

/** Merges objects member by member. */
export function mergeMembers(
  path: string,
  base: Readonly<Record<string, unknown>>,
  current: Readonly<Record<string, unknown>>,
  incoming: Readonly<Record<string, unknown>>,
): Merge & { readonly value: Record<string, unknown> } {
  const names = new Set([...Object.keys(current), ...Object.keys(incoming)]);
  const value: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  for (const name of names) {
    const merge = mergeValue(appendStep(path, name), {
      base: base[name],
      current: current[name],
      incoming: incoming[name],
    });
    if (merge.value !== undefined) value[name] = merge.value;
    conflicts.push(...merge.conflicts);
  }
  return { value, conflicts };
}

const isWords = (value: unknown): value is readonly string[] | undefined =>
  value === undefined || (Array.isArray(value) && value.every((item) => typeof item === "string"));

/** Lists of plain strings (keywords, aliases) are sets: additions and removals by either side apply. */
function mergeWords(
  base: readonly string[],
  current: readonly string[],
  incoming: readonly string[],
): string[] {
  const kept = current.filter((word) => incoming.includes(word) || !base.includes(word));
  const added = incoming.filter((word) => !base.includes(word) && !current.includes(word));
  return [...kept, ...added];
}
