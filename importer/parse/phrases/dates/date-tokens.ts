import { matchKey } from "../../lexicons/match-key.ts";

/** A piece of a line that may be part of a date. */
export type DateToken = (
  | { readonly kind: "number"; readonly value: number; readonly digits: number }
  | { readonly kind: "word"; readonly key: string; readonly text: string }
  | { readonly kind: "mark"; readonly text: string }
) & {
  /** Whether it follows the previous token without a space. */
  readonly isJoined: boolean;
};

const token = /(\d+)|([\p{L}\p{M}][\p{L}\p{M}'’\u200c]*)|([^\s\p{Cf}])/gu;

/** Splits a text into numbers, words and marks. Digits of all scripts are numbers. Pure. */
export function toDateTokens(text: string): DateToken[] {
  const plain = withPlainDates(withAsciiDigits(text));
  return Array.from(plain.matchAll(token), ({ 1: number, 2: word, 3: mark, index }) => {
    const isJoined = index > 0 && !/\s/u.test(plain.charAt(index - 1));
    if (number !== undefined)
      return { kind: "number", value: Number(number), digits: number.length, isJoined };
    if (word !== undefined) return { kind: "word", key: matchKey(word), text: word, isJoined };
    return { kind: "mark", text: mark ?? "", isJoined };
  });
}

/** Turns Arabic-Indic, Persian and full-width digits into ASCII digits. Pure. */
export const withAsciiDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹０-９]/gu, (digit) => String(digit.charCodeAt(0) % 16));

const hanDate =
  /(\d{4}|令和\s?(?:\d{1,2}|元)|平成\s?\d{1,2})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号號]?/gu;
const koreanDate = /(\d{4})\s?년\s?(\d{1,2})\s?월\s?(\d{1,2})\s?일/gu;
const hanTime =
  /(午後|下午|晚上|晚间|晚間|傍晚|오후)?\s?(午前|上午|早上|凌晨|清晨|오전)?\s?(?:中午)?\s?(\d{1,2})\s?[時时點点시]\s?(?:(\d{1,2})\s?[分분]?)?/gu;

/** Rewrites Chinese, Japanese and Korean dates and times in the form that other languages use. */
function withPlainDates(text: string): string {
  if (!/[年년時时點点시]/u.test(text)) return text;
  return text
    .replace(hanDate, (_, year: string, month: string, day: string) => ` ${yearOf(year)}-${month}-${day} `)
    .replace(koreanDate, " $1-$2-$3 ")
    .replace(hanTime, (_, later?: string, earlier?: string, hour: string = "", minute: string = "0") => {
      const isMidnight = earlier !== undefined && Number(hour) === 12;
      const hours = isMidnight ? 0 : Number(hour) + (later !== undefined && Number(hour) < 12 ? 12 : 0);
      return ` ${String(hours)}:${minute.padStart(2, "0")} `;
    });
}

/** The first year of an era is year 1. */
function yearOf(year: string): number {
  if (year.startsWith("令和")) return 2018 + (Number(year.slice(2).trim()) || 1);
  if (year.startsWith("平成")) return 1988 + (Number(year.slice(2).trim()) || 1);
  return Number(year);
}
