import { readControlWord, type ControlWord } from "../lexicons/control-words.ts";

/** A line that begins with the words of an order, and the signs that it is one. */
export interface OrderLine extends ControlWord {
  /**
   * What separates the words from the rest: only words of an order come before a colon or a dash, or are in brackets
   * at the start.
   */
  readonly mark: ":" | "-" | "tag" | "";
  /** Whether the whole line is in brackets. */
  readonly isBracketed: boolean;
  /** Whether several words form the order, which is rarely a coincidence: "not for publication". */
  readonly isPhrase: boolean;
  /** Whether the words are in capitals. */
  readonly isShouted: boolean;
  /** Whether they are in a script without capitals. */
  readonly isCaseless: boolean;
}

/** Reads a line as an order in any language; `undefined` if it does not begin with order words. Pure. */
export function readOrderLine(line: string): OrderLine | undefined {
  const text = withoutMarks(line);
  const word = readControlWord(text);
  if (word === undefined) return undefined;
  const { mark, words = firstWords(text, word.words) } = markAfter(line, text);
  return {
    ...word,
    mark,
    isBracketed: /^[(（[［【*]/u.test(line) && /[)）\]］】*]$/u.test(line),
    isPhrase: word.words > 1 || word.letters >= phraseLetters(words),
    isShouted: isShouted(words),
    isCaseless: isCaseless(words),
  };
}

/** "NOT FOR PUBLICATION before" is mostly in capitals. */
const isShouted = (text: string): boolean =>
  (text.match(/\p{Lu}/gu) ?? []).length > (text.match(/\p{Ll}/gu) ?? []).length;

/** How many letters of a script that joins words say as much as two of them. Those of Thai and Korean are sounds. */
function phraseLetters(text: string): number {
  if (/[\p{Script=Thai}\p{Script=Hangul}]/u.test(text)) return 8;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 4 : Infinity;
}

const isCaseless = (text: string): boolean => !/[\p{Lu}\p{Ll}]/u.test(text);

const firstWords = (text: string, count: number): string => text.split(/\s+/u, count).join(" ");

/** Marks that set off orders: `*** KILL ***`, `+++ Sperrfrist +++`, `【撤稿】`. */
const withoutMarks = (line: string): string => line.replace(/^[\s+*=!#([（【［<-]+|[\s+*=!#]+$/gu, "");

function markAfter(
  line: string,
  text: string,
): { readonly mark: OrderLine["mark"]; readonly words?: string } {
  const [, tag = ""] = /^[(（[［【<]\s*([^()[\]【】]{1,40})[)）\]］】>]\s*\S/u.exec(line) ?? [];
  if (isOrder(tag)) return { mark: "tag", words: tag };
  const [, before = ""] = /^([^:：]{2,60})[:：]/u.exec(text) ?? [];
  if (isOrder(before)) return { mark: ":", words: before };
  const [, first = "", space = ""] = /^(.{2,40}?)\s?[-–—/](\s?)/u.exec(text) ?? [];
  // "CORRECTED-Mayor resigns" is an order; "Kill-switch for phones" is a word.
  const isParted = space !== "" || !/\p{Ll}/u.test(first);
  return isParted && isOrder(first) ? { mark: "-", words: first } : { mark: "" };
}

const isOrder = (text: string): boolean => readControlWord(text)?.isWhole === true;
