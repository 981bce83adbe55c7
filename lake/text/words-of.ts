import { foldText } from "./fold-text.ts";

/** A word of a text, in each of the forms in which it can be found: `müller-ahmed's` is also `ahmed` and `ahmeds`. */
export type Word = readonly string[];

/** What a pattern asks of a text: each of its words, of which `*` stands for any characters. */
export interface WordPattern {
  readonly whole: readonly Glob[];
  /** All of them together do as well as the whole; empty where there is but one. */
  readonly parts: readonly Glob[];
}

/** What stands between the asterisks. */
export type Glob = readonly string[];

/** What parts two words; all else may be inside one. As in groq-js, so that nothing that it finds is lost. */
const word = /[^\s!@#$%^&*(),\\/?";:{}|[\]+<>-]+/g;
const wordWithAsterisks = /[^\s!@#$%^&(),\\/?";:{}|[\]+<>-]+/g;
const plainWord = /^[a-z0-9]*$/;

/** Scripts that put no spaces between words: they are searched by character. */
const unspaced = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join("");
const spaced = String.raw`(?:(?![${unspaced}])[\p{Letter}\p{Number}\p{Mark}])`;
const partsOfWord = new RegExp(`[${unspaced}]+|${spaced}+`, "gu");
const searchedParts = new RegExp(`[${unspaced}]|${spaced}+`, "gu");
const partsOfPattern = /[\p{Letter}\p{Number}\p{Mark}*]+/gu;
const hasUnspaced = new RegExp(`[${unspaced}]`, "u");

/** Characters of such scripts that stand next to each other. */
export const unspacedRows = new RegExp(`[${unspaced}]+`, "gu");

/** Whether a word is to be found inside of longer ones. */
export const isUnspaced = (found: string): boolean => hasUnspaced.test(found);

/** The beginning of a word, up to the first character of a script without spaces. */
export const beforeUnspaced = (found: string): string => found.slice(0, found.search(hasUnspaced));

/** The words of a text as `match` sees them. */
export function wordsOf(text: string): readonly Word[] {
  return (foldText(text).match(word) ?? []).map(formsOf);
}

function formsOf(found: string): Word {
  if (plainWord.test(found)) return [found];
  const parts = found.match(partsOfWord) ?? [];
  return [...new Set([found, found.replaceAll(".", ""), parts.join(""), ...parts])].filter(
    (form) => form !== "",
  );
}

/** The words of a text as `text::query` sees them: letters and digits, and each character of a script without spaces. */
export function partsOf(text: string): readonly string[] {
  return foldText(text).match(searchedParts) ?? [];
}

/** What a pattern of `match` asks for. */
export function patternsOf(text: string): readonly WordPattern[] {
  return (foldText(text).match(wordWithAsterisks) ?? []).flatMap(patternOf);
}

function patternOf(found: string): readonly WordPattern[] {
  const parts = found.match(partsOfPattern) ?? [];
  const whole = [...new Set([found, parts.join("")])].filter((form) => form !== "");
  return [{ whole: whole.map(globOf), parts: parts.length > 1 ? parts.map(globOf) : [] }];
}

function globOf(pattern: string): Glob {
  return (isUnspaced(pattern) ? `*${pattern}*` : pattern).split("*");
}
