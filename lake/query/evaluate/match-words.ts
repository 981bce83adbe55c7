import { isRecord } from "../../core/dataset.ts";
import { foldText } from "./fold-text.ts";
import { findText } from "./find-text.ts";

/** A word of a text, in each of the forms in which it can be found: `müller-ahmed's` is also `ahmed` and `ahmeds`. */
type Word = readonly string[];

/** What a pattern asks of a text: each of its words, of which `*` stands for any characters. */
interface WordPattern {
  readonly whole: readonly Glob[];
  /** All of them together do as well as the whole. */
  readonly parts: readonly Glob[];
}

/** What stands between the asterisks. */
type Glob = readonly string[];

/** What parts two words; all else may be inside one. As in groq-js, so that nothing that it finds is lost. */
const word = /[^\s!@#$%^&*(),\\/?";:{}|[\]+<>-]+/g;
const wordWithAsterisks = /[^\s!@#$%^&(),\\/?";:{}|[\]+<>-]+/g;

const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const partsOfWord = new RegExp(String.raw`[${unspaced}]+|(?:(?![${unspaced}])[\p{Letter}\p{Number}])+`, "gu");
const partsOfPattern = /[\p{Letter}\p{Number}*]+/gu;
const hasUnspaced = new RegExp(`[${unspaced}]`, "u");

/**
 * `text match pattern`: whether each word of the patterns is a word of the text, or of what the text holds at any depth.
 *
 * Words are compared as {@link foldText} leaves them. `*` stands for any characters, anywhere in a word. Scripts that put
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

/**
 * How well a text matches, for `score()`: 0 when no word of the patterns is in it. The scale is that of groq-js, where a
 * word counts for less each time it comes again.
 */
export function matchScore(text: unknown, patterns: unknown): number {
  const words = wordsIn(text);
  return patternsIn(patterns)
    .map((pattern) => frequencyOf(pattern, words))
    .reduce((total, frequency) => total + (frequency * 2.2) / (frequency + 1.2), 0);
}

function frequencyOf({ whole, parts }: WordPattern, words: readonly Word[]): number {
  const holding = (globs: readonly Glob[]): number =>
    words.filter((forms) => globs.some((glob) => forms.some((form) => matchesGlob(form, glob)))).length;
  const found = holding(whole);
  return found > 0 || parts.length === 0 ? found : Math.min(...parts.map((part) => holding([part])));
}

function wordsIn(value: unknown): readonly Word[] {
  return textsIn(value).flatMap((text) => (text.match(word) ?? []).map(formsOf));
}

/** Every string in a value, but for the machinery of objects (`_type`, `_key`, `_ref`). */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => (name.startsWith("_") ? [] : textsIn(member)));
}

function formsOf(found: string): Word {
  const folded = foldText(found);
  const parts = folded.match(partsOfWord) ?? [];
  return [...new Set([folded, folded.replaceAll(".", ""), parts.join(""), ...parts])].filter(
    (form) => form !== "",
  );
}

function patternsIn(patterns: unknown): readonly WordPattern[] {
  const texts: readonly unknown[] = Array.isArray(patterns) ? patterns : [patterns];
  if (!texts.every((text) => typeof text === "string")) return [];
  return texts.flatMap((text) => (text.match(wordWithAsterisks) ?? []).flatMap(patternOf));
}

function patternOf(found: string): readonly WordPattern[] {
  const folded = foldText(found);
  const parts = folded.match(partsOfPattern) ?? [];
  const whole = [...new Set([folded, parts.join("")])].filter((form) => form !== "");
  if (whole.length === 0) return [];
  return [{ whole: whole.map(globOf), parts: parts.length > 1 ? parts.map(globOf) : [] }];
}

function globOf(pattern: string): Glob {
  return (hasUnspaced.test(pattern) ? `*${pattern}*` : pattern).split("*");
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
