import { diff3Merge } from "node-diff3";
import { type Span, type TextBlock, textBlock } from "../../../schemas/index.ts";
import { sameValue } from "./same-value.ts";

type MarkDef = NonNullable<TextBlock["markDefs"]>[number];

/** A word, a run of white space or a punctuation mark, with its marks. */
interface Token {
  readonly text: string;
  readonly decorators: readonly string[];
  readonly links: readonly MarkDef[];
  /** Key of the span it came from, kept where possible so that cursors and comments stay in place. */
  readonly spanKey: string;
}

/** Whether a value is a text block that contains only spans, so that its text can be merged word by word. */
export const isMergeableBlock = (value: unknown): value is TextBlock => textBlock.safeParse(value).success;

/**
 * Merges two sides' edits to one text block, word by word.
 *
 * @returns The merged block, or `undefined` if both sides changed the same words, or changed the block's style or list
 * level differently.
 */
export function mergeTextBlock(
  base: TextBlock,
  current: TextBlock,
  incoming: TextBlock,
): TextBlock | undefined {
  const frame = mergeFrame(base, current, incoming);
  if (frame === undefined) return undefined;
  const [baseTokens, currentTokens, incomingTokens] = [base, current, incoming].map(toTokens);
  if (!baseTokens || !currentTokens || !incomingTokens) return undefined;

  const tokens: Token[] = [];
  const identify = (list: readonly Token[]): string[] => list.map(identityOf);
  const known = new Map<string, Token>();
  for (const token of [...incomingTokens, ...baseTokens, ...currentTokens])
    known.set(identityOf(token), token);
  for (const region of diff3Merge(identify(currentTokens), identify(baseTokens), identify(incomingTokens))) {
    if (region.ok === undefined) return undefined;
    for (const identity of region.ok) {
      const token = known.get(identity);
      if (token !== undefined) tokens.push(token);
    }
  }
  return toBlock(frame, tokens, current);
}

type Frame = Pick<TextBlock, "_type" | "_key" | "style" | "listItem" | "level">;

/** Merges everything but the text: style, list and level. */
function mergeFrame(base: TextBlock, current: TextBlock, incoming: TextBlock): Frame | undefined {
  const frame: Record<string, unknown> = {};
  for (const name of ["style", "listItem", "level"] as const) {
    if (sameValue(base[name], incoming[name]) || sameValue(current[name], incoming[name])) {
      frame[name] = current[name];
    } else if (sameValue(base[name], current[name])) {
      frame[name] = incoming[name];
    } else {
      return undefined;
    }
    if (frame[name] === undefined) delete frame[name];
  }
  const parsed = textBlock.safeParse({ ...frame, _type: "block", _key: current._key, children: [] });
  if (!parsed.success) return undefined;
  const { children: _children, ...rest } = parsed.data;
  return rest;
}

function toTokens(block: TextBlock): Token[] {
  const definitions = new Map((block.markDefs ?? []).map((definition) => [definition._key, definition]));
  return block.children.flatMap((child) => {
    const marks = child.marks ?? [];
    const decorators = marks.filter((mark) => !definitions.has(mark)).sort();
    const links = marks.flatMap((mark) => definitions.get(mark) ?? []);
    const words = child.text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];
    return words.map((text) => ({ text, decorators, links, spanKey: child._key }));
  });
}

/** Two tokens are the same word if their text, decorators and link targets are the same; keys do not count. */
const identityOf = ({ text, decorators, links }: Token): string =>
  JSON.stringify([text, decorators, links.map((definition) => definition.href)]);

const looksAlike = (a: Token, b: Token): boolean =>
  identityOf({ ...a, text: "" }) === identityOf({ ...b, text: "" });

/** Joins tokens into spans again; each takes the key of its first token, made unique in order. */
function toBlock(frame: Frame, tokens: readonly Token[], current: TextBlock): TextBlock {
  const runs: Token[][] = [];
  for (const token of tokens) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && looksAlike(last, token)) run.push(token);
    else runs.push([token]);
  }
  const usedKeys = new Set<string>();
  const markDefs = new Map<string, MarkDef>();
  const children = runs.map((run): Span => {
    const [first] = run;
    const links = first?.links ?? [];
    for (const definition of links) markDefs.set(definition._key, definition);
    return {
      _type: "span",
      _key: uniqueKey(first?.spanKey ?? "span", usedKeys),
      text: run.map((token) => token.text).join(""),
      marks: [...(first?.decorators ?? []), ...links.map((definition) => definition._key)],
    };
  });
  if (children.length === 0) {
    children.push({ _type: "span", _key: current.children[0]?._key ?? "span", text: "", marks: [] });
  }
  return { ...frame, children, markDefs: [...markDefs.values()] };
}

function uniqueKey(wanted: string, used: Set<string>): string {
  let key = wanted;
  for (let number = 1; used.has(key); number += 1) key = `${wanted}-${number}`;
  used.add(key);
  return key;
}
