import { appendStep, referenceStrength } from "../../../schemas/index.ts";
import { type MergeableBlock, isMergeableBlock } from "./block-tokens.ts";
import { isKeyed } from "./keyed.ts";
import { mergeKeyedArray } from "./merge-keyed-array.ts";
import { mergeTextBlock } from "./merge-text-block.ts";
import { type Json, isRecord, sameValue } from "./same-value.ts";
import type { Conflict, Merge, Versions } from "./versions.ts";

const unchanged = (value: unknown): Merge => ({ value, conflicts: [] });

/**
 * Merges the source's change to a value into the editor's version. Pure.
 *
 * An editor's change is never overwritten, and a change by the source is never lost: it is in the value or in a conflict.
 *
 * @param language Of the story, BCP 47.
 */
function mergeValue(path: string, { base, current, incoming }: Versions, language: string): Merge {
  if (sameValue(base, incoming) || sameValue(current, incoming)) return unchanged(current);
  if (sameValue(base, current)) return unchanged(incoming);
  if (isKeyed(base) && isKeyed(current) && isKeyed(incoming) && !isMadeByBoth(base, current, incoming)) {
    const members = { base: base ?? [], current: current ?? [], incoming: incoming ?? [] };
    const merge = mergeKeyedArray(path, members, (place, versions) => mergeValue(place, versions, language));
    return { ...merge, value: orAbsent(merge.value, current, incoming) };
  }
  if (isWords(base) && isWords(current) && isWords(incoming)) {
    return unchanged(orAbsent(mergeWords(base ?? [], current ?? [], incoming ?? []), current, incoming));
  }
  if (isMergeableBlock(base) && isMergeableBlock(current) && isMergeableBlock(incoming)) {
    return mergeBlock(path, { base, current, incoming }, language);
  }
  if (isReference(base) && isReference(current) && isReference(incoming)) {
    return mergeReference(path, { base, current, incoming }, language);
  }
  if (isRow(base) && isRow(current) && isRow(incoming)) {
    return mergeRow(path, { base, current, incoming }, language);
  }
  if (isPlain(base) && isPlain(current) && isPlain(incoming)) {
    return mergeMembers(path, { base, current, incoming }, language);
  }
  return { value: current, conflicts: [{ path, base, current, incoming }] };
}

/** Three versions of the same type. */
interface VersionsOf<T> extends Versions {
  readonly base: T;
  readonly current: T;
  readonly incoming: T;
}

/**
 * Merges blocks of text: their sentences and all other fields. Whatever both sides changed becomes one conflict about the
 * whole block, because a paragraph makes sense only as a whole.
 */
function mergeBlock(path: string, blocks: VersionsOf<MergeableBlock>, language: string): Merge {
  const frameOf = ({ children, markDefs, ...frame }: MergeableBlock): Json => frame;
  const { base, current, incoming } = blocks;
  const frames = { base: frameOf(base), current: frameOf(current), incoming: frameOf(incoming) };
  const frame = mergeMembers(path, frames, language);
  const { text, isContested } = mergeTextBlock(blocks, language);
  const isSettled = !isContested && frame.conflicts.length === 0;
  const value = { ...frame.value, _key: current._key, ...text };
  return { value, conflicts: isSettled ? [] : [{ path, base, current: value, incoming }] };
}

/**
 * Merges rows of a table cell by cell, and all that they have besides. Where columns came or went, a cell has no place
 * that it could be told by, and the row is one question.
 */
function mergeRow(path: string, rows: VersionsOf<Row>, language: string): Merge {
  const frameOf = ({ cells, ...frame }: Row): Json => frame;
  const { base, current, incoming } = rows;
  const frames = { base: frameOf(base), current: frameOf(current), incoming: frameOf(incoming) };
  const frame = mergeMembers(path, frames, language);
  const isAlike = [current, incoming].every(({ cells }) => cells.length === base.cells.length);
  const merges = isAlike
    ? base.cells.map((cell, at) =>
        mergeValue("", { base: cell, current: current.cells[at], incoming: incoming.cells[at] }, language),
      )
    : [];
  const isUntouched = sameValue(base.cells, current.cells);
  const isContested = isAlike
    ? merges.some(({ conflicts }) => conflicts.length > 0)
    : !isUntouched && !sameValue(base.cells, incoming.cells) && !sameValue(current.cells, incoming.cells);
  const whole = isUntouched ? incoming.cells : current.cells;
  const cells = isAlike ? merges.map(({ value }) => value) : whole;
  const value = { ...frame.value, cells };
  const isSettled = !isContested && frame.conflicts.length === 0;
  return { value, conflicts: isSettled ? [] : [{ path, base, current: value, incoming }] };
}

interface Row extends Json {
  readonly cells: readonly string[];
}

/** A row's cells are in their columns: they are no set of words, as keywords are. */
const isRow = (value: unknown): value is Row =>
  isRecord(value) && value._type === "tableRow" && value.cells !== undefined && isWords(value.cells);

/** Merges a reference as one value, and separately the fields that a newsroom added to it. */
function mergeReference(path: string, references: VersionsOf<Json>, language: string): Merge {
  const parted = (names: (name: string) => boolean) => {
    const part = (reference: Json): Json =>
      Object.fromEntries(Object.entries(reference).filter(([name]) => names(name)));
    const { base, current, incoming } = references;
    return { base: part(base), current: part(current), incoming: part(incoming) };
  };
  const isOwn = (name: string): boolean => name === "_ref" || name === "_type" || referenceStrength.has(name);
  const { base, current, incoming } = parted(isOwn);
  const beside = mergeMembers(
    path,
    parted((name) => !isOwn(name)),
    language,
  );
  const isChanged = !sameValue(base, incoming) && !sameValue(current, incoming);
  const isContested = isChanged && !sameValue(base, current);
  const value = { ...beside.value, ...(isChanged && !isContested ? incoming : current) };
  return isContested
    ? { value: { ...references.current }, conflicts: [{ path, ...references }] }
    : { value, conflicts: beside.conflicts };
}

/** An empty list becomes an absent one if either side has none. */
const orAbsent = (list: unknown, ...sides: readonly unknown[]): unknown =>
  Array.isArray(list) && list.length === 0 && sides.includes(undefined) ? undefined : list;

/** A list that both sides created independently is two versions of one thing: joined, it would repeat everything. */
const isMadeByBoth = (...[base, current, incoming]: (readonly unknown[] | undefined)[]): boolean =>
  (base ?? []).length === 0 && (current ?? []).length > 0 && (incoming ?? []).length > 0;

const isReference = (value: unknown): value is Json & { readonly _ref: unknown } =>
  isRecord(value) && "_ref" in value;

/** Whether an object's members can be merged one by one: references and blocks make sense only as a whole. */
const isPlain = (value: unknown): value is Json =>
  isRecord(value) && !isReference(value) && value._type !== "block";

/** Merges objects member by member. */
export function mergeMembers(
  path: string,
  { base, current, incoming }: VersionsOf<Json>,
  language: string,
): Merge & { readonly value: Record<string, unknown> } {
  const names = new Set([...Object.keys(current), ...Object.keys(incoming)]);
  const value: Record<string, unknown> = {};
  const conflicts: Conflict[] = [];
  for (const name of names) {
    const versions = { base: base[name], current: current[name], incoming: incoming[name] };
    const merge = mergeValue(appendStep(path, name), versions, language);
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
