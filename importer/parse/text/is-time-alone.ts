import { readDates } from "../phrases/dates/read-dates.ts";
import { isTimeAgo } from "../phrases/is-time-ago.ts";
import type { ObservedLine } from "./observe-lines.ts";

/** In letters: telling the language takes a while. */
const longestAgo = 32;

/**
 * Whether a line is a time of day, "3 hours ago", a weekday, or the word that announces one, and nothing else. Pure.
 *
 * @param language Of the text, in BCP 47.
 */
export function isTimeAlone({ text, words, length }: ObservedLine, language: () => string): boolean {
  if (words > 6 || length > 45) return false;
  const { dates: days, hasHint, hasWeekday, isLabelled, others, otherNumbers } = readDates(text);
  const isTime =
    days.length === 0 && others === 0 && otherNumbers === 0 && (hasHint || isLabelled || hasWeekday);
  return isTime || (length <= longestAgo && isTimeAgo(text, language()));
}
