import { textsIn } from "../../text/texts-in.ts";
import { patternsOf, wordsOf, type Glob, type Word, type WordPattern } from "../../text/words-of.ts";
import { findText } from "./find-text.ts";
import { saturated } from "./saturated.ts";

/**
 * `text match pattern`: whether each word of the patterns is a word of the text, or of what the text holds at any depth.
 *
 * Words are compared as `foldText` (lake/text) leaves them. `*` stands for any characters, anywhere in a word. Scripts that put
 * no spaces between words are found inside of longer runs. The time it takes grows with the length of the text, times the
 * words of the patterns, whatever is in them.
 *
 * @param patterns A string, or strings; nothing matches anything else.
 */
export function matchWords(text: unknown, patterns: unknown): boolean {
  const asked = patternsIn(patterns);
  if (asked.length === 0) return false;
  const words = wordsIn(text);
  return asked.every((pattern) => frequencyOf(pattern, words) > 0);
}

/** How well a text matches, for `score()`: 0 when no word of the patterns is in it. */
export function matchScore(text: unknown, patterns: unknown): number {
  const words = wordsIn(text);
  return patternsIn(patterns).reduce((total, pattern) => total + saturated(frequencyOf(pattern, words)), 0);
}

function frequencyOf({ whole, parts }: WordPattern, words: readonly Word[]): number {
  const holding = (globs: readonly Glob[]): number =>
    words.filter((forms) => globs.some((glob) => forms.some((form) => matchesGlob(form, glob)))).length;
  const found = holding(whole);
  return found > 0 || parts.length === 0 ? found : Math.min(...parts.map((part) => holding([part])));
}

function wordsIn(value: unknown): readonly Word[] {
  return textsIn(value).flatMap(wordsOf);
}

function patternsIn(patterns: unknown): readonly WordPattern[] {
  const texts: readonly unknown[] = Array.isArray(patterns) ? patterns : [patterns];
  return texts.every((text) => typeof text === "string") ? texts.flatMap(patternsOf) : [];
}

/** Takes each piece as early as it can be had, which leaves the most for those behind it. */
function matchesGlob(text: string, [first = "", ...others]: Glob): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) {
    return false;
  }
  let from = first.length;
  for (const piece of others) {
    const at = findText(text, piece, from);
    if (at === -1) return false;
    from = at + piece.length;
  }
  return from <= text.length - last.length;
}
