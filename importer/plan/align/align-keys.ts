import { canonicalJson } from "../../../schemas/index.ts";
import { blockText } from "../merge/block-text.ts";
import { commonSubsequence } from "../merge/common-subsequence.ts";
import { type Keyed, isKeyed } from "../merge/keyed.ts";
import { type Json, isRecord, sameValue } from "../merge/same-value.ts";
import { similarity } from "../merge/similarity.ts";
import { type Pair, alikeFrom, bestPairs, likelyPairs } from "./likely-pairs.ts";

/**
 * Returns the incoming value, its array members under the keys that the same members had at the last import.
 *
 * Keys are made from content, so a corrected paragraph would otherwise look like one removed and another added,
 * and an editor's work on it could not be merged. A member is the same if it says the same in the same place, or, once
 * all those are found, in another one; else, first between the same neighbours and then anywhere, if it names the same
 * thing (language, reference, name) or has at least half of its words in common. A neighbour does not count if another
 * member is more than twice as close.
 * Pure; everything but `_key` is left as it is.
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
    Object.entries(withMarksOf(known, incoming)).map(([name, value]) => [
      name,
      alignKeys(known[name], value),
    ]),
  );
}

/**
 * Gives the links of a block the keys that they had, and its spans their new names: a span names its links by their
 * keys.
 */
function withMarksOf(base: Json, incoming: Json): Json {
  const { markDefs, children } = incoming;
  if (incoming._type !== "block" || !isKeyed(markDefs) || !isKeyed(children)) return incoming;
  const aligned = alignArray(isKeyed(base.markDefs) ? (base.markDefs ?? []) : [], markDefs ?? []);
  const keys = new Map(markDefs?.map(({ _key }, place) => [_key, aligned[place]?._key ?? _key]));
  const renamed = children?.map((child) =>
    Array.isArray(child.marks)
      ? {
          ...child,
          marks: child.marks.map((mark: unknown) => (isKey(mark) ? (keys.get(mark) ?? mark) : mark)),
        }
      : child,
  );
  return {
    ...incoming,
    ...(markDefs === undefined ? {} : { markDefs: aligned }),
    ...(renamed === undefined ? {} : { children: renamed }),
  };
}

const isKey = (mark: unknown): mark is string => typeof mark === "string";

function alignArray(base: readonly Keyed[], incoming: readonly Keyed[]): Keyed[] {
  const partners = new Map<Keyed, Keyed>();
  pairSame(base, incoming, partners);
  pairBetween(base, incoming, partners);
  // A corrected paragraph keeps the key that was made of what it said at first, and another may say that now.
  const isBlock = ({ _type }: Keyed): boolean => _type === "block";
  pairByKey(
    base,
    incoming.filter((member) => !isBlock(member)),
    partners,
  );
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

/**
 * Pairs what says the same: what has kept its place among the others first, so that of two equal paragraphs each is
 * taken for itself; then what was moved, in its order.
 */
function pairSame(base: readonly Keyed[], incoming: readonly Keyed[], pairs: Map<Keyed, Keyed>): void {
  const [known, now] = [base.map(whatItSays), incoming.map(whatItSays)];
  const left = new Set(base.keys());
  for (const [from, to] of commonSubsequence(known, now)) {
    const [member, same] = [incoming[to], base[from]];
    if (member !== undefined && same !== undefined) pairs.set(member, same);
    left.delete(from);
  }
  const byText = Map.groupBy(left, (place) => known[place]);
  for (const [place, member] of incoming.entries()) {
    if (pairs.has(member)) continue;
    const same = base[byText.get(now[place])?.shift() ?? -1];
    if (same !== undefined) pairs.set(member, same);
  }
}

/** What a member says, whatever its key: of a block its text, also of a heading that is none any more. */
const whatItSays = (member: Keyed): string =>
  member._type === "block"
    ? `block ${blockText(member)}`
    : canonicalJson(
        JSON.parse(JSON.stringify(member, (name, value: unknown) => (name === "_key" ? undefined : value))),
      );

/** Pairs what is left, gap by gap: the gaps are what lies between members that are paired already. */
function pairBetween(base: readonly Keyed[], incoming: readonly Keyed[], pairs: Map<Keyed, Keyed>): void {
  const paired = new Set(pairs.values());
  const isOutdone = outdoneAmong(
    base.filter((member) => !paired.has(member)),
    incoming.filter((member) => !pairs.has(member)),
  );
  let gap: Keyed[] = [];
  let from = 0;
  const closeGap = (to: number): void => {
    const candidates = base.slice(from, Math.max(from, to)).filter((member) => !paired.has(member));
    const likely = likelyPairs(candidates, gap, likenessOf).filter((pair) => !isOutdone(pair));
    for (const { member, candidate } of pairsInOrder(candidates, gap, likely)) pairs.set(member, candidate);
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

/**
 * Returns whether one of a pair is much more like another member, wherever that is: then the two only have words in
 * common that many paragraphs have. A member that is like several to the same degree outdoes nothing: of equal
 * paragraphs each belongs to its neighbours.
 */
function outdoneAmong(lost: readonly Keyed[], left: readonly Keyed[]): (pair: Pair<Keyed>) => boolean {
  const best = new Map<Keyed, Pair<Keyed>>();
  const tied = new Set<Keyed>();
  const likely = likelyPairs(lost, left, likenessOf);
  for (const pair of likely) {
    for (const one of [pair.member, pair.candidate]) {
      const first = best.get(one);
      if (first === undefined) best.set(one, pair);
      else if (first.likeness === pair.likeness) tied.add(one);
    }
  }
  const isClear = (pair: Pair<Keyed>): boolean =>
    [pair.member, pair.candidate].every((one) => best.get(one) === pair && !tied.has(one));
  const clear = new Map(
    likely
      .filter(isClear)
      .flatMap((pair) => [pair.member, pair.candidate].map((one) => [one, pair.likeness] as const)),
  );
  return ({ member, candidate, likeness }) => {
    const most = Math.max(clear.get(member) ?? 0, clear.get(candidate) ?? 0);
    return most > likeness && 1 - most <= (1 - likeness) / 2;
  };
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
function pairsInOrder(
  base: readonly Keyed[],
  incoming: readonly Keyed[],
  likely: readonly Pair<Keyed>[],
): Pair<Keyed>[] {
  const chosen: Pair<Keyed>[] = [];
  const places = new Map([...base, ...incoming].map((member, place) => [member, place]));
  const isBefore = (a: Keyed, b: Keyed): boolean => (places.get(a) ?? 0) < (places.get(b) ?? 0);
  for (const pair of likely) {
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
const identities = ["image", "source", "language", "name", "url"] as const;

/** How similar the texts of two members are; `undefined` where they are not versions of one. */
function likenessOf(base: Keyed, incoming: Keyed): number | undefined {
  if (base._type !== incoming._type) return undefined;
  const likeness = similarity(textOf(base), textOf(incoming));
  for (const name of identities) {
    if (name in base || name in incoming) {
      return sameValue(base[name], incoming[name]) ? likeness : undefined;
    }
  }
  // The spans of a paragraph are versions of one another as the paragraphs are.
  if (base._type === "span") return likeness;
  // A row is known by its first cell, and a table by its caption or its columns, whatever figures follow.
  const known = namesOf(base);
  if (namesOf(incoming).some((name, at) => name !== "" && name === known[at]))
    return Math.max(likeness, alikeFrom);
  return isText(base) && likeness >= alikeFrom ? likeness : undefined;
}

const isText = ({ _type }: Keyed): boolean => _type === "block" || _type === "table" || _type === "tableRow";

const cellsOf = ({ cells }: Keyed): string[] =>
  Array.isArray(cells) ? cells.filter((cell) => typeof cell === "string") : [];

function namesOf(member: Keyed): string[] {
  if (member._type === "tableRow") return cellsOf(member).slice(0, 1);
  if (member._type !== "table") return [];
  const [first] = member.hasHeaderRow === true && isKeyed(member.rows) ? (member.rows ?? []) : [];
  return [typeof member.caption === "string" ? member.caption : "", first === undefined ? "" : textOf(first)];
}

function textOf(member: Keyed): string {
  switch (member._type) {
    case "span":
      return typeof member.text === "string" ? member.text : "";
    case "tableRow":
      return cellsOf(member).join(" ");
    case "table":
      return isKeyed(member.rows) ? (member.rows ?? []).map(textOf).join(" ") : "";
    default:
      return blockText(member);
  }
}
