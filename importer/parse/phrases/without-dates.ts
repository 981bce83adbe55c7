import { monthOf, weekdays } from "./dates/date-words.ts";
import { readDates } from "./dates/read-dates.ts";
import { matchKey } from "../lexicons/match-key.ts";

/** A mark between a name, a date and a time. */
const mark = /\s*[|｜,،·•]\s*|\s+[–—-]\s+/u;
const digit = /[\d٠-٩۰-۹０-９]/u;

/** A date with no mark before it. The word before the number may belong to it, or be the last of a name. */
const dateAtEnd =
  /[\s|,،·•–—-]*(?:(?<![\p{L}\p{M}])(?<word>\p{L}{2,10}\.?,?\s+))?\d{1,4}[\d\s./:年月日時分-].*$/su;

/**
 * Returns a line without the dates and times at its ends: "Jane Doe" of "Jane Doe, 4 March 2024, 17:46" and of
 * "17:46 | Jane Doe". Pure.
 */
export function withoutDates(text: string): string {
  if (!digit.test(text)) return text.trim();
  let rest = text.trim();
  for (let parts = rest.split(mark); parts.length > 1; parts = rest.split(mark)) {
    const [first = "", last = ""] = [parts[0], parts.at(-1)];
    if (isDate(last)) rest = rest.slice(0, rest.lastIndexOf(last)).replace(/[\s|｜,،·•–—-]+$/u, "");
    else if (isDate(first)) rest = rest.slice(first.length).replace(/^[\s|｜,،·•–—-]+/u, "");
    else break;
  }
  return rest
    .replace(dateAtEnd, (date: string, word: string | undefined) => {
      if (!saysWhen(date)) return date;
      return word === undefined || isDateWord(word) ? "" : ` ${word}`;
    })
    .replace(/[\s|,،·•–—-]+$/u, "");
}

/** "12 seconds" is no date. */
function saysWhen(text: string): boolean {
  const { dates, hasHint } = readDates(text);
  return dates.length > 0 || hasHint || !/\p{L}/u.test(text);
}

/** Numbers, or words of which all belong to a date. */
function isDate(text: string): boolean {
  if (!digit.test(text)) return text === "" || weekdays.has(matchKey(text));
  return !/\p{L}/u.test(text) || readDates(text).others === 0;
}

/** A month, a weekday, "at", "updated", or any word that begins with a small letter. */
const isDateWord = (word: string): boolean =>
  /^(?!\p{Script=Georgian})\p{Ll}/u.test(word) ||
  monthOf(matchKey(word)) !== undefined ||
  readDates(word).others === 0;
