import { z } from "zod";
import { canonicalJson } from "../../dataset/canonical-json.ts";
import type { Keyed } from "./keyed.ts";
import type { Json } from "./same-value.ts";

const member = z.looseObject({ _type: z.string(), _key: z.string() });

/**
 * A block of text as the merge sees it: of its members it knows those that Portable Text names
 * (portabletext.org/specification), and carries all others along. Children that are no spans, and marks of any type, are
 * a newsroom's own.
 */
const mergeableBlock = member.extend({
  _type: z.literal("block"),
  children: z.array(member),
  markDefs: z.array(member).nullish(),
});
export type MergeableBlock = Readonly<z.infer<typeof mergeableBlock>>;

/** Whether a value is a block whose text can be merged. Pure. */
export const isMergeableBlock = (value: unknown): value is MergeableBlock =>
  mergeableBlock.safeParse(value).success;

/** A word, a run of white space, a punctuation mark or an object among them, with everything that marks it. */
export interface Token {
  readonly text: string;
  readonly decorators: readonly string[];
  readonly annotations: readonly Keyed[];
  /** The child that it came from; its key is kept where possible, so that cursors and comments stay in place. */
  readonly child: Keyed;
}

/** What stands for an object in a text: Unicode's own character for it. */
const objectCharacter = "\uFFFC";

/** The words of a block, in their order. Pure. */
export function tokensOf({ children, markDefs }: MergeableBlock): Token[] {
  const definitions = new Map((markDefs ?? []).map((definition) => [definition._key, definition]));
  return children.flatMap((child): Token[] => {
    if (!isSpan(child)) return [{ text: objectCharacter, decorators: [], annotations: [], child }];
    const marks = marksOf(child);
    const decorators = marks.filter((mark) => !definitions.has(mark)).toSorted();
    const annotations = marks.flatMap((mark) => definitions.get(mark) ?? []);
    const words = child.text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
    return words.map((text) => ({ text, decorators, annotations, child }));
  });
}

/** Cuts tokens where a text is cut, which may be within one. Pure. */
export function cutAt(tokens: readonly Token[], places: readonly number[]): Token[] {
  const cuts = new Set(places);
  let from = 0;
  return tokens.flatMap((token) => {
    const pieces: string[] = [];
    let piece = "";
    for (const character of token.text) {
      if (piece !== "" && cuts.has(from)) {
        pieces.push(piece);
        piece = "";
      }
      piece += character;
      from += character.length;
    }
    pieces.push(piece);
    return pieces.map((text) => ({ ...token, text }));
  });
}

export const textOfTokens = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join("");

/** Two tokens are marked alike if their decorators and annotations say the same; keys do not count. */
const markingOf = ({ decorators, annotations, child }: Token): string =>
  JSON.stringify([decorators, annotations.map(identityOfAnnotation), isSpan(child) ? "" : sayingOf(child)]);

/** Two tokens are the same if they say the same and are marked alike. Pure. */
export const identityOfToken = (token: Token): string => `${markingOf(token)} ${token.text}`;

/** Two runs of tokens are the same however they are cut. Pure. */
export function identityOfTokens(tokens: readonly Token[]): string {
  const runs: [marking: string, text: string][] = [];
  for (const token of tokens) {
    const marking = markingOf(token);
    const last = runs.at(-1);
    if (last?.[0] === marking) last[1] += token.text;
    else runs.push([marking, token.text]);
  }
  return JSON.stringify(runs);
}

/** A link is its address; what newsrooms add to it is carried along. */
const identityOfAnnotation = (definition: Keyed): string =>
  definition._type === "link" && typeof definition.href === "string" ? definition.href : sayingOf(definition);

const sayingOf = ({ _key, ...rest }: Keyed): string => canonicalJson(rest);

/**
 * Joins tokens into the children and mark definitions of a block again. A span takes along what newsrooms have added to
 * the one it came from, and an annotation what they have added to it. Pure.
 *
 * @param current The block as editors have it: what it adds to spans and annotations counts.
 */
export function childrenOf(
  tokens: readonly Token[],
  current: MergeableBlock,
): { readonly children: Keyed[]; readonly markDefs: Keyed[] } {
  const ours = new Map(current.children.map((child) => [child._key, child]));
  const extrasOf = ({ child }: Token): Json => ({
    ...ownMembers(child),
    ...ownMembers(ours.get(child._key)),
  });
  const lookOf = (token: Token): string => `${markingOf(token)} ${canonicalJson(extrasOf(token))}`;
  const [spanKeys, markKeys] = [new Set<string>(), new Set<string>()];
  const definitions = new Map<string, Keyed>();
  for (const definition of current.markDefs ?? [])
    definitions.set(identityOfAnnotation(definition), definition);
  const used = new Map<string, Keyed>();
  const define = (annotation: Keyed): string => {
    const identity = identityOfAnnotation(annotation);
    const definition = used.get(identity) ?? definitions.get(identity) ?? annotation;
    const known = used.get(identity) ?? { ...definition, _key: uniqueKey(definition._key, markKeys) };
    used.set(identity, known);
    return known._key;
  };

  const runs: (readonly [Token, ...Token[]])[] = [];
  for (const token of tokens) {
    const run = runs.at(-1);
    if (run !== undefined && isSpan(token.child) && lookOf(run[0]) === lookOf(token))
      runs[runs.length - 1] = [...run, token];
    else runs.push([token]);
  }
  const children = runs.map((run): Keyed => {
    const [first] = run;
    const _key = uniqueKey(first.child._key, spanKeys);
    if (!isSpan(first.child)) return { ...first.child, _key };
    return {
      ...extrasOf(first),
      _type: "span",
      _key,
      text: textOfTokens(run),
      marks: [...first.decorators, ...first.annotations.map(define)],
    };
  });
  if (children.length === 0) {
    const [first] = current.children;
    children.push({ ...ownMembers(first), _type: "span", _key: first?._key ?? "span", text: "", marks: [] });
  }
  return { children, markDefs: [...used.values()] };
}

const isSpan = (child: Keyed | undefined): child is Keyed & { readonly text: string } =>
  child?._type === "span" && typeof child.text === "string";

const marksOf = ({ marks }: Keyed): string[] =>
  Array.isArray(marks) ? marks.filter((mark) => typeof mark === "string") : [];

/** What a span has besides what Portable Text gives it. */
function ownMembers(child: Keyed | undefined): Json {
  if (!isSpan(child)) return {};
  const { _type, _key, text, marks, ...own } = child;
  return own;
}

function uniqueKey(wanted: string, used: Set<string>): string {
  let key = wanted;
  for (let number = 1; used.has(key); number += 1) key = `${wanted}-${number}`;
  used.add(key);
  return key;
}
