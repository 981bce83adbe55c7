import { isTimeAgo } from "../phrases/is-time-ago.ts";
import type { ObservedLine } from "./observe-lines.ts";

/**
 * Whether a line is a time of day, "3 hours ago", a weekday, or the word that announces one, and nothing else. Pure.
 *
 * @param language Of the text, in BCP 47.
 */
export function isTimeAlone({ text, words, length, dates, label }: ObservedLine, language: string): boolean {
  if (words > 6 || length > 45) return false;
  if (isTimeAgo(text, language)) return true;
  if (label?.value === "" && (label.kinds.has("published") || label.kinds.has("updated"))) return true;
  const { dates: days, hasHint, hasWeekday, isLabelled, others, otherNumbers } = dates;
  if (days.length > 0 || others > 0 || otherNumbers > 0) return false;
  return hasHint || isLabelled || hasWeekday;
}
