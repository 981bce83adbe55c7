import { matchKey } from "../parse/lexicons/match-key.ts";
import { weekdays } from "../parse/phrases/dates/date-words.ts";
import { readDates } from "../parse/phrases/dates/read-dates.ts";

/** Lines at the head of a story in which it says of which day it is. */
const headLines = 3;

/** The dates and the days of the week that the head of a story names, in any language. Pure. */
export function daysNamed(text: string): Set<string> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const days = new Set<string>();
  for (const line of lines.slice(0, headLines)) {
    for (const part of line.split(/[.;،,:()–—]\s+|\s[–—-]\s/u)) {
      for (const { month, day } of readDates(part).dates) days.add(`${month}-${day}`);
      for (const word of part.split(/[^\p{L}\p{M}-]+/u)) {
        if (isDay(word)) days.add(matchKey(word));
      }
    }
  }
  return days;
}

/** Whether a word is a day of the week, in any language. Pure. */
export const isDay = (word: string): boolean => weekdays.has(matchKey(word));
