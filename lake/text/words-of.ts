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
const separatorsOfPatterns = String.raw`\s!@#$%^&(),\\/?";:{}|[\]+<>\-`;
/** Between the brackets of a regular expression. */
export const separators = `${separatorsOfPatterns}*`;
const word = new RegExp(`[^${separators}]+`, "g");
const wordWithAsterisks = new RegExp(`[^${separatorsOfPatterns}]+`, "g");
const plainText = /^[\0-\x7f]*$/;
const notInPlainWords = /[^a-z0-9]+/g;
const plainWord = /^[a-z0-9]*$/;

/** Scripts that put no spaces between words: they are searched by character. */
const unspaced = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join("");
const spaced = String.raw`(?:(?![${unspaced}])[\p{Letter}\p{Number}\p{Mark}])`;
const partsOfWord = new RegExp(`[${unspaced}]+|${spaced}+`, "gu");
const searchedParts = new RegExp(`[${unspaced}]|${spaced}+`, "gu");
const partsOfPattern = /[\p{Letter}\p{Number}\p{Mark}*]+/gu;
const eachUnspaced = new RegExp(`[${unspaced}]`, "gu");
const notInWords = /[^\p{Letter}\p{Number}\p{Mark}]+/gu;
const hasUnspaced = new RegExp(`[${unspaced}]`, "u");

/** Characters of such scripts that stand next to each other. */
export const unspacedRows = new RegExp(`[${unspaced}]+`, "gu");

/** Whether a word is to be found inside of longer ones. */
export const isUnspaced = (found: string): boolean => hasUnspaced.test(found);

/** The beginning of a word, up to the first character of a script without spaces. */
const beforeUnspaced = (found: string): string => found.slice(0, found.search(hasUnspaced));

/** The words of a text as `match` sees them. */
export function wordsOf(text: string): readonly Word[] {
  return runsOf(text).flatMap(({ words }) => words);
}

/**
 * The words of a text as `text::query` sees them, with a space between: letters and digits, and each character of a script
 * without spaces.
 */
export function spacedWords(text: string): string {
  const folded = foldText(text);
  // Most texts have nothing but these, and are searched five times as fast.
  if (plainText.test(folded)) return folded.replace(notInPlainWords, " ").trim();
  return folded.replace(eachUnspaced, " $& ").replace(notInWords, " ").trim();
}

/** What stands between two separators of a text. */
export interface Run {
  readonly words: readonly Word[];
  /** As `text::query` sees them. */
  readonly parts: readonly string[];
  /** The words as an index has them, but for scripts without spaces, where it depends on the neighbours. */
  readonly indexed: readonly string[];
  readonly hasUnspaced: boolean;
}

/** The same run is the same object, as long as it is remembered. */
export function runsOf(text: string): readonly Run[] {
  return (text.match(word) ?? []).map(runOf);
}

/** A language has few words that come again and again. */
const known = new Map<string, Run>();
const mostKnown = 30_000;
const longestKnown = 40;

function runOf(found: string): Run {
  const remembered = known.get(found);
  if (remembered) return remembered;
  const folded = foldText(found);
  // What is one character to Unicode, like ½, may be several, with a separator among them.
  const words = (folded.match(word) ?? []).map(formsOf);
  const indexed = words
    .flatMap(indexedForms)
    .map((form) => indexedForm(isUnspaced(form) ? beforeUnspaced(form) : form))
    .filter((form) => form !== "");
  const run: Run = {
    words,
    parts: folded.match(searchedParts) ?? [],
    indexed: [...new Set(indexed)],
    hasUnspaced: isUnspaced(folded),
  };
  if (found.length > longestKnown || !found.isWellFormed()) return run;
  if (known.size >= mostKnown) known.clear();
  // A piece of a text would keep all of it in memory.
  known.set(Buffer.from(found).toString(), run);
  return run;
}

/** The word without punctuation, and its parts; all there is of a word without letters, such as 😀. */
function indexedForms(forms: Word): readonly string[] {
  const plain = forms.filter((form) => onlyLetters.test(form));
  return plain.length > 0 ? plain : forms;
}

/** A word as an index has it: not too long, of letters, digits, and characters beyond ASCII. */
export const indexedForm = (form: string): string =>
  form
    .replace(otherAscii, "")
    .slice(0, longestIndexed)
    .toWellFormed()
    .replace(/\ufffd$/, "");

export const longestIndexed = 40;
const otherAscii = /[\0-/:-@[-`{-\x7f]/g;
const onlyLetters = /^[\p{Letter}\p{Number}\p{Mark}]+$/u;

function formsOf(found: string): Word {
  if (plainWord.test(found)) return [found];
  const parts = found.match(partsOfWord) ?? [];
  return [...new Set([found, found.replaceAll(".", ""), parts.join(""), ...parts])].filter(
    (form) => form !== "",
  );
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
