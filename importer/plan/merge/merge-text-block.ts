import { diff3Merge } from "node-diff3";
import {
  type MergeableBlock,
  type Token,
  childrenOf,
  cutAt,
  identityOfToken,
  identityOfTokens,
  textOfTokens,
  tokensOf,
} from "./block-tokens.ts";
import { commonSubsequence } from "./common-subsequence.ts";
import type { Keyed } from "./keyed.ts";
import { sentencesOf } from "./sentences.ts";
import { similarity } from "./similarity.ts";

/** The merged text of a block. */
export interface TextMerge {
  readonly text: { readonly children: readonly Keyed[]; readonly markDefs?: readonly Keyed[] | null };
  /** Whether both sides changed the same sentence; the source's version of it is then not in the text. */
  readonly isContested: boolean;
}

/** A sentence, or the white space between two sentences. */
interface Unit {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly identity: string;
}

/** The units that replace those of the base from `from` up to, but not including, `to`. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly units: readonly Unit[];
}

/** A sentence with at least this similarity to another is a version of it. */
const versionFrom = 0.5;

/**
 * Merges two sides' edits to one block of text, sentence by sentence. Pure.
 *
 * Where both sides changed a sentence, or both added one in the same place, the editor's version stays: the result never
 * has a sentence that neither side wrote. Within a sentence, only one side's marks are merged with the other side's words.
 *
 * @param language Of the story, BCP 47.
 */
export function mergeTextBlock(
  blocks: {
    readonly base: MergeableBlock;
    readonly current: MergeableBlock;
    readonly incoming: MergeableBlock;
  },
  language: string,
): TextMerge {
  const base = unitsOf(blocks.base, language);
  const current = unitsOf(blocks.current, language);
  const incoming = unitsOf(blocks.incoming, language);
  const merged: Unit[] = [];
  let isContested = false;
  let isChanged = false;
  let reached = 0;
  const editors = hunksOf(base, current);
  const kept = unchangedBy(base, current);
  /** Unchanged units are taken from the editors' version, to keep its keys. */
  const takeUpTo = (to: number): void => {
    for (; reached < to; reached += 1) {
      const unit = kept.get(reached);
      if (unit !== undefined) merged.push(unit);
    }
  };
  for (const { from, to, ours, theirs } of regionsOf(editors, hunksOf(base, incoming))) {
    takeUpTo(from);
    reached = to;
    const [was, mine, said] = [base.slice(from, to), inRegion(ours), inRegion(theirs)];
    function inRegion(hunks: readonly Hunk[]): Unit[] {
      const units: Unit[] = [];
      let at = from;
      for (const hunk of hunks) {
        units.push(...base.slice(at, hunk.from), ...hunk.units);
        at = hunk.to;
      }
      return [...units, ...base.slice(at, to)];
    }
    const both = bringTogether();
    function bringTogether(): Unit[] | undefined {
      if (theirs.length === 0 || isSame(mine, said)) return mine;
      return ours.length === 0 ? said : mergeMarks(was, mine, said);
    }
    merged.push(...(both ?? mine));
    isContested ||= both === undefined;
    isChanged ||= both !== undefined && both !== mine;
  }
  takeUpTo(base.length);
  const { children, markDefs } = blocks.current;
  const asItIs = { children, ...(markDefs === undefined ? {} : { markDefs }) };
  if (!isChanged) return { text: asItIs, isContested };
  if (!isOfEitherSide(merged, [current, incoming], language)) return { text: asItIs, isContested: true };
  const tokens = merged.flatMap((unit) => unit.tokens);
  return { text: childrenOf(tokens, blocks.current), isContested };
}

function unitsOf(block: MergeableBlock, language: string): Unit[] {
  const tokens = tokensOf(block);
  const parts = sentencesOf(textOfTokens(tokens), language);
  const pieces = cutAt(
    tokens,
    parts.map(({ from }) => from),
  );
  let [at, from] = [0, 0];
  return parts.map(({ to }) => {
    const own: Token[] = [];
    for (let piece = pieces[at]; piece !== undefined && from < to; piece = pieces[at]) {
      own.push(piece);
      from += piece.text.length;
      at += 1;
    }
    return unitOf(own);
  });
}

const unitOf = (tokens: readonly Token[]): Unit => ({
  tokens,
  text: textOfTokens(tokens),
  identity: identityOfTokens(tokens),
});

const pairsOf = (base: readonly Unit[], side: readonly Unit[]) =>
  commonSubsequence(
    base.map(({ identity }) => identity),
    side.map(({ identity }) => identity),
  );

/** The units that a side left unchanged, by their place in the base. */
const unchangedBy = (base: readonly Unit[], side: readonly Unit[]): ReadonlyMap<number, Unit> =>
  new Map(
    pairsOf(base, side).flatMap(([place, own]): [number, Unit][] => {
      const unit = side[own];
      return unit === undefined ? [] : [[place, unit]];
    }),
  );

/** The changes that a side made, in the order of the base. */
function hunksOf(base: readonly Unit[], side: readonly Unit[]): Hunk[] {
  const hunks: Hunk[] = [];
  let [from, own] = [0, 0];
  for (const [place, ownPlace] of [...pairsOf(base, side), [base.length, side.length] as const]) {
    if (place > from || ownPlace > own)
      hunks.push(...apart(base, { from, to: place, units: side.slice(own, ownPlace) }));
    [from, own] = [place + 1, ownPlace + 1];
  }
  return hunks;
}

/** Splits a hunk into one for each sentence, if every sentence in it is a version of the one in its place. */
function apart(base: readonly Unit[], hunk: Hunk): Hunk[] {
  const { from, to, units } = hunk;
  const isEach =
    units.length === to - from &&
    units.every((unit, index) => similarity(unit.text, base[from + index]?.text ?? "") >= versionFrom);
  if (!isEach) return [hunk];
  return units.flatMap((unit, index) =>
    unit.identity === base[from + index]?.identity
      ? []
      : [{ from: from + index, to: from + index + 1, units: [unit] }],
  );
}

/** A part of the base that at least one side changed, with the changes of each side. */
interface Region {
  readonly from: number;
  readonly to: number;
  readonly ours: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

/** Groups the changes of both sides: those that touch the same units are in one region. */
function regionsOf(ours: readonly Hunk[], theirs: readonly Hunk[]): Region[] {
  const all = [
    ...ours.map((hunk) => ({ hunk, isOurs: true })),
    ...theirs.map((hunk) => ({ hunk, isOurs: false })),
  ].toSorted((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to);
  const regions: Region[] = [];
  for (const { hunk, isOurs } of all) {
    const last = regions.at(-1);
    const own = isOurs ? { ours: [hunk], theirs: [] } : { ours: [], theirs: [hunk] };
    if (last !== undefined && meets(last, hunk)) {
      regions[regions.length - 1] = {
        from: last.from,
        to: Math.max(last.to, hunk.to),
        ours: [...last.ours, ...own.ours],
        theirs: [...last.theirs, ...own.theirs],
      };
    } else regions.push({ from: hunk.from, to: hunk.to, ...own });
  }
  return regions;
}

/** Whether a change, which begins no earlier than the region, touches its units or inserts in the same place. */
const meets = (region: Region, { from, to }: Hunk): boolean =>
  from < region.to || (from === region.from && to === region.to);

const isSame = (a: readonly Unit[], b: readonly Unit[]): boolean =>
  identityOfTokens(a.flatMap(({ tokens }) => tokens)) === identityOfTokens(b.flatMap(({ tokens }) => tokens));

/** Combines one side's words with the other side's marks; `undefined` if both sides changed words. */
function mergeMarks(
  base: readonly Unit[],
  current: readonly Unit[],
  incoming: readonly Unit[],
): Unit[] | undefined {
  const [was, mine, said] = [base, current, incoming].map((units) => units.map(({ text }) => text).join(""));
  if (was !== mine && was !== said) return undefined;
  const words = was === mine ? said : mine;
  const known = new Map<string, Token>();
  const identify = (units: readonly Unit[]): string[] =>
    units.flatMap(({ tokens }) =>
      tokens.map((token) => {
        const identity = identityOfToken(token);
        known.set(identity, token);
        return identity;
      }),
    );
  const [theirs, before, ours] = [identify(incoming), identify(base), identify(current)];
  const tokens: Token[] = [];
  for (const region of diff3Merge(ours, before, theirs)) {
    if (region.ok === undefined) return undefined;
    tokens.push(...region.ok.flatMap((identity) => known.get(identity) ?? []));
  }
  return textOfTokens(tokens) === words ? [unitOf(tokens)] : undefined;
}

/** Whether every sentence of the merged text is in one of the sides: where a sentence ends may depend on the next one. */
function isOfEitherSide(
  merged: readonly Unit[],
  sides: readonly (readonly Unit[])[],
  language: string,
): boolean {
  const known = new Set(sides.flatMap((units) => units.map(({ text }) => text)));
  const text = merged.map((unit) => unit.text).join("");
  return sentencesOf(text, language).every(
    ({ kind, from, to }) => kind === "gap" || known.has(text.slice(from, to)),
  );
}
