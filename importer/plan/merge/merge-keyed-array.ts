import { appendStep } from "../../../schemas/index.ts";
import { type Host, hostsOf } from "./joined-blocks.ts";
import { type Keyed, hasKey } from "./keyed.ts";
import { sameValue } from "./same-value.ts";
import type { Conflict, Merge, Versions } from "./versions.ts";

/** The three versions of an array of keyed objects. */
export interface KeyedVersions {
  readonly base: readonly Keyed[];
  readonly current: readonly Keyed[];
  readonly incoming: readonly Keyed[];
}

/**
 * Merges arrays of keyed objects: members by `_key`, and their order.
 *
 * A member that the source added is inserted after the one it follows in the source. A member that an editor removed
 * stays removed. If the source has changed it since, that is a conflict whose `current` is absent; if the source has
 * dropped it and the editor had joined it to another, the conflict is on that other member. The order is the editor's,
 * unless only the source moved members; if both moved them differently, the conflict is on the whole array. Pure.
 *
 * @param mergeMember Merges the three versions of a member, at its path.
 */
export function mergeKeyedArray(
  path: string,
  { base, current, incoming }: KeyedVersions,
  mergeMember: (path: string, versions: Versions) => Merge,
): Merge {
  const [baseByKey, currentByKey, incomingByKey] = [byKey(base), byKey(current), byKey(incoming)];
  const conflicts: Conflict[] = [];
  const merged = new Map<string, Keyed>();

  for (const key of new Set([...currentByKey.keys(), ...incomingByKey.keys()])) {
    const versions = {
      base: baseByKey.get(key),
      current: currentByKey.get(key),
      incoming: incomingByKey.get(key),
    };
    const place = appendStep(path, { _key: key });
    const merge = isRemoved(versions) ? mergeRemoved(place, versions) : mergeMember(place, versions);
    conflicts.push(...merge.conflicts);
    if (hasKey(merge.value)) merged.set(key, merge.value);
  }

  for (const { host, into } of movedInto(base, current, incoming)) {
    const place = appendStep(path, { _key: host._key });
    if (conflicts.some((conflict) => conflict.path === place)) continue;
    conflicts.push({
      path: place,
      base: into,
      current: merged.get(host._key),
      incoming: incomingByKey.get(host._key),
    });
  }

  const { order, isContested } = mergeOrder(keysOf(base), keysOf(current), keysOf(incoming));
  if (isContested) conflicts.push({ path, base, current, incoming });
  return { value: order.flatMap((key) => merged.get(key) ?? []), conflicts };
}

/** The blocks to which editors joined one that the source has since dropped, so that neither side has it any more. */
function movedInto(
  base: readonly Keyed[],
  current: readonly Keyed[],
  incoming: readonly Keyed[],
): readonly Host[] {
  const kept = new Set([...current, ...incoming].map((member) => member._key));
  return base.filter(({ _key }) => !kept.has(_key)).flatMap((gone) => hostsOf(gone, base, current));
}

/** Whether an editor has removed a member that the source still has. */
const isRemoved = ({ base, current, incoming }: Versions): boolean =>
  base !== undefined && current === undefined && incoming !== undefined;

/** A member that an editor removed stays removed; a change by the source is suggested. */
const mergeRemoved = (path: string, versions: Versions): Merge => ({
  value: undefined,
  conflicts: sameValue(versions.base, versions.incoming) ? [] : [{ path, ...versions }],
});

/** The order of all keys that may be in the result; the caller drops those that are not. */
function mergeOrder(
  base: readonly string[],
  current: readonly string[],
  incoming: readonly string[],
): { order: string[]; isContested: boolean } {
  const common = new Set(base.filter((key) => current.includes(key) && incoming.includes(key)));
  const inCommon = (keys: readonly string[]): string[] => keys.filter((key) => common.has(key));
  const [before, editors, sources] = [inCommon(base), inCommon(current), inCommon(incoming)];
  const editorMoved = !sameValue(before, editors);
  const isContested = editorMoved && !sameValue(before, sources) && !sameValue(editors, sources);
  const [leader, follower] = editorMoved ? [current, incoming] : [incoming, current];
  // Dropped members still show where their neighbours were.
  const [led, followed] = [insertByPredecessor(leader, base), insertByPredecessor(follower, base)];
  return { order: insertByPredecessor(led, followed), isContested };
}

/** Inserts into `leader` the keys that only `follower` has, each after the key that precedes it there. */
function insertByPredecessor(leader: readonly string[], follower: readonly string[]): string[] {
  const order = [...leader];
  let previous: string | undefined;
  for (const key of follower) {
    if (!order.includes(key)) {
      const at = previous === undefined ? 0 : order.indexOf(previous) + 1;
      order.splice(at, 0, key);
    }
    previous = key;
  }
  return order;
}

const keysOf = (members: readonly Keyed[]): string[] => members.map((member) => member._key);

const byKey = (members: readonly Keyed[]): ReadonlyMap<string, Keyed> =>
  new Map(members.map((member) => [member._key, member]));
