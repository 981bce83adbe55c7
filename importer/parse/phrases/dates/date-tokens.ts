import { matchKey } from "../../lexicons/match-key.ts";
import { withAsciiDigits } from "./ascii-digits.ts";
import { withHebrewNumbers } from "./hebrew-dates.ts";
import { withPlainDates } from "./numbered-dates.ts";

/** A piece of a line that may be part of a date. */
export type DateToken = (
  | { readonly kind: "number"; readonly value: number; readonly digits: number }
  | { readonly kind: "word"; readonly key: string; readonly text: string }
  | { readonly kind: "mark"; readonly text: string }
) & {
  /** Whether it follows the previous token without a space. */
  readonly isJoined: boolean;
};

const token = /(\d+)|([\p{L}\p{M}][\p{L}\p{M}'’\u200c\u200d]*)|([^\s\p{Cf}])/gu;

/** Splits a text into numbers, words and marks. Digits of all scripts are numbers. Pure. */
export function toDateTokens(text: string): DateToken[] {
  const plain = withHebrewNumbers(withPlainDates(withAsciiDigits(text)));
  return Array.from(plain.matchAll(token), ({ 1: number, 2: word, 3: mark, index }) => {
    const isJoined = index > 0 && !/\s/u.test(plain.charAt(index - 1));
    if (number !== undefined)
      return { kind: "number", value: Number(number), digits: number.length, isJoined };
    if (word !== undefined) return { kind: "word", key: matchKey(word), text: word, isJoined };
    return { kind: "mark", text: mark ?? "", isJoined };
  });
}
