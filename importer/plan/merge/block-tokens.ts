import { canonicalJson } from "../../../schemas/index.ts";
import { z } from "zod";
import type { Keyed } from "./keyed.ts";
import type { Json } from "./same-value.ts";

const member = z.looseObject({ _type: z.string(), _key: z.string() });

/**
 * A block of text, as the merge sees it. The merge knows only the members that Portable Text defines
 * (portabletext.org/specification) and carries all others through. A newsroom may add children that are not spans, and
 * marks of any type.
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

/** A word, a run of white space, a punctuation mark or an inline object, with its marks. */
export interface Token {
  readonly text: string;
  readonly decorators: readonly string[];
  readonly annotations: readonly Keyed[];
  /** The child that it came from. Its key is kept where possible, so that cursors and comments stay in place. */
  readonly child: Keyed;
}

/** Stands for an inline object in a text (Unicode: object replacement character). */
const objectCharacter = "\uFFFC";

/** The tokens of a block, in order. Pure. */
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

/** Splits tokens at the given places in their text, which may be inside a token. Pure. */
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

/** Equal for tokens with the same decorators and annotations, whatever their keys. */
const markingOf = ({ decorators, annotations, child }: Token): string =>
  JSON.stringify([decorators, annotations.map(identityOfAnnotation), isSpan(child) ? "" : sayingOf(child)]);

/** Equal for tokens with the same text and the same marks. Pure. */
export const identityOfToken = (token: Token): string => `${markingOf(token)} ${token.text}`;

/** Equal for tokens that together have the same text and marks, however the text is split. Pure. */
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

/** Two links are the same if their addresses are, whatever newsrooms add to them. */
const identityOfAnnotation = (definition: Keyed): string =>
  definition._type === "link" && typeof definition.href === "string" ? definition.href : sayingOf(definition);

const sayingOf = ({ _key, ...rest }: Keyed): string => canonicalJson(rest);

/**
 * Builds the children and mark definitions of a block from tokens. Fields that a newsroom added to a span or an
 * annotation are kept. Pure.
 *
 * @param current The editors' version of the block; its added fields take precedence.
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

/** The fields of a span that Portable Text does not define. */
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
