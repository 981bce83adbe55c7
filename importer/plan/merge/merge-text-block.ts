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

/** What the text of a block comes to. */
export interface TextMerge {
  readonly text: { readonly children: readonly Keyed[]; readonly markDefs?: readonly Keyed[] | null };
  /** Whether both sides changed the same sentence, so that what the source says of it is not in the text. */
  readonly isContested: boolean;
}

/** A sentence, or the white space between two. */
interface Unit {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly identity: string;
}

/** The units that a side has in the place of those of the base from `from` up to `to`. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly units: readonly Unit[];
}

/** From this likeness on, one sentence is a version of another. */
const versionFrom = 0.5;

/**
 * Merges the edits that two sides made inside one block of text, sentence by sentence. Pure.
 *
 * A sentence that both sides changed, or at whose place both wrote one, stays as the editor has it: no sentence comes
 * out that neither side has. Only marks are merged within a sentence, where the words are the other side's.
 *
 * @param language BCP 47, of the story.
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
  /** What nobody changed is taken as editors have it: its keys are theirs. */
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

/** The units of a side that are those of the base, by their places in it. */
const unchangedBy = (base: readonly Unit[], side: readonly Unit[]): ReadonlyMap<number, Unit> =>
  new Map(
    pairsOf(base, side).flatMap(([place, own]): [number, Unit][] => {
      const unit = side[own];
      return unit === undefined ? [] : [[place, unit]];
    }),
  );

/** What a side has changed, in the order of the base. */
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

/** Neighbours that were changed each by itself are changes of their own. */
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

/** A stretch of the base, and what each side has changed in it. */
interface Region {
  readonly from: number;
  readonly to: number;
  readonly ours: readonly Hunk[];
  readonly theirs: readonly Hunk[];
}

/** Brings the changes of two sides together: those that touch the same units are in one region. */
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

/** Whether a change that begins no earlier touches the same units, or brings in something at the same place. */
const meets = (region: Region, { from, to }: Hunk): boolean =>
  from < region.to || (from === region.from && to === region.to);

const isSame = (a: readonly Unit[], b: readonly Unit[]): boolean =>
  identityOfTokens(a.flatMap(({ tokens }) => tokens)) === identityOfTokens(b.flatMap(({ tokens }) => tokens));

/** Brings the words of one side and the marks of the other together; `undefined` where both changed words. */
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

/** Whether every sentence of a text is one of a side's: where one ends may depend on the next. */
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
