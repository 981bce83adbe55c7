import { blockText } from "../merge/block-text.ts";
import { isKeyed, type Keyed } from "../merge/keyed.ts";
import { isRecord, sameValue } from "../merge/same-value.ts";
import { similarity } from "../merge/similarity.ts";
import { alikeFrom, bestPairs, likelyPairs, type Pair } from "./likely-pairs.ts";

/**
 * Returns the incoming value, its array members under the keys that the same members had at the last import.
 *
 * Keys are made from content, so a corrected paragraph would otherwise look like one removed and another added, and
 * an editor's work on it could not be merged. A member is the same if its content is the same; otherwise, first
 * between the same neighbours and then anywhere, if it names the same thing (language, reference, name) or shares at
 * least half of its words. Changes nothing but `_key`. Pure.
 */
export function alignKeys<T>(base: unknown, incoming: T): T;
export function alignKeys(base: unknown, incoming: unknown): unknown {
  if (base === undefined) return incoming;
  if (Array.isArray(incoming) && isKeyed(incoming)) {
    return alignArray(isKeyed(base) ? (base ?? []) : [], incoming);
  }
  if (!isRecord(incoming)) return incoming;
  const known = isRecord(base) ? base : {};
  return Object.fromEntries(
    Object.entries(incoming).map(([name, value]) => [name, alignKeys(known[name], value)]),
  );
}

function alignArray(base: readonly Keyed[], incoming: readonly Keyed[]): Keyed[] {
  const partners = new Map<Keyed, Keyed>();
  const isBlock = ({ _type }: Keyed): boolean => _type === "block";
  pairByKey(
    base,
    incoming.filter((member) => !isBlock(member)),
    partners,
  );
  // A corrected paragraph keeps the key made from its first text, which another paragraph may have now.
  pairSameText(base.filter(isBlock), incoming.filter(isBlock), partners);
  pairBetween(base, incoming, partners);
  pairAnywhere(base, incoming, partners);
  pairByKey(base, incoming, partners);
  const taken = new Set(base.map((member) => member._key));
  return incoming.map((member) => {
    const partner = partners.get(member);
    const aligned = alignKeys<Keyed>(partner, member);
    const key = partner?._key ?? freeKey(member._key, taken);
    taken.add(key);
    return { ...aligned, _key: key };
  });
}

/**
 * A new member must not get another's key. A paragraph with the text that a corrected one had before would otherwise
 * get the corrected one's key.
 */
function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  let key = wanted;
  for (let number = 2; taken.has(key); number += 1) key = `${wanted}-${number}`;
  return key;
}

function pairByKey(base: readonly Keyed[], incoming: readonly Keyed[], pairs: Map<Keyed, Keyed>): void {
  const paired = new Set(pairs.values());
  const byKey = new Map(base.map((member) => [member._key, member]));
  for (const member of incoming) {
    const same = byKey.get(member._key);
    if (same !== undefined && !pairs.has(member) && !paired.has(same)) pairs.set(member, same);
  }
}

/** Pairs blocks with the same text, in order, even if a heading has become a paragraph. */
function pairSameText(base: readonly Keyed[], incoming: readonly Keyed[], pairs: Map<Keyed, Keyed>): void {
  const byText = Map.groupBy(base, blockText);
  for (const member of incoming) {
    const same = byText.get(blockText(member))?.shift();
    if (same !== undefined) pairs.set(member, same);
  }
}

/** Pairs the remaining members gap by gap; a gap lies between two members that are already paired. */
function pairBetween(base: readonly Keyed[], incoming: readonly Keyed[], pairs: Map<Keyed, Keyed>): void {
  const paired = new Set(pairs.values());
  let gap: Keyed[] = [];
  let from = 0;
  const closeGap = (to: number): void => {
    const candidates = base.slice(from, Math.max(from, to)).filter((member) => !paired.has(member));
    for (const { member, candidate } of pairsInOrder(candidates, gap)) pairs.set(member, candidate);
    gap = [];
  };
  for (const member of incoming) {
    const partner = pairs.get(member);
    if (partner === undefined) {
      gap.push(member);
      continue;
    }
    const index = base.indexOf(partner);
    closeGap(index);
    from = Math.max(from, index + 1);
  }
  closeGap(base.length);
}

/** Pairs members that were both changed and moved: the most similar of all that remain. */
function pairAnywhere(base: readonly Keyed[], incoming: readonly Keyed[], pairs: Map<Keyed, Keyed>): void {
  const paired = new Set(pairs.values());
  const lost = base.filter((member) => !paired.has(member));
  const left = incoming.filter((member) => !pairs.has(member));
  for (const { member, candidate } of bestPairs(lost, left, likenessOf)) pairs.set(member, candidate);
}

/**
 * The most similar pairs that keep the order of both sides, best first: a new paragraph must not take the place of a
 * corrected one right after it.
 */
function pairsInOrder(base: readonly Keyed[], incoming: readonly Keyed[]): Pair<Keyed>[] {
  const chosen: Pair<Keyed>[] = [];
  const places = new Map([...base, ...incoming].map((member, place) => [member, place]));
  const isBefore = (a: Keyed, b: Keyed): boolean => (places.get(a) ?? 0) < (places.get(b) ?? 0);
  for (const pair of likelyPairs(base, incoming, likenessOf)) {
    const fits = chosen.every(
      ({ member, candidate }) =>
        member !== pair.member &&
        candidate !== pair.candidate &&
        isBefore(member, pair.member) === isBefore(candidate, pair.candidate),
    );
    if (fits) chosen.push(pair);
  }
  return chosen;
}

/** Fields that identify a member whatever its text. */
const identities = ["image", "source", "language", "name"] as const;

/** How similar the texts of two members are; `undefined` where they are not versions of one. */
function likenessOf(base: Keyed, incoming: Keyed): number | undefined {
  if (base._type !== incoming._type) return undefined;
  const likeness = similarity(blockText(base), blockText(incoming));
  for (const name of identities) {
    if (name in base || name in incoming) {
      return sameValue(base[name], incoming[name]) ? likeness : undefined;
    }
  }
  return base._type === "block" && likeness >= alikeFrom ? likeness : undefined;
}
