import { matchKey } from "../../parse/lexicons/match-key.ts";
import { monthOf, weekdays } from "../../parse/phrases/dates/date-words.ts";
import { endsSentence, visualLength } from "../../parse/phrases/line-shape.ts";
import { withSingleSpaces } from "./with-single-spaces.ts";

/** Longer lines have no shape, in letters: no notice of a page is that long. */
const longestShaped = 420;

/** In longer lines, and in sentences, numbers are part of what is said: only the very same line has the same shape. */
const longestCounted = 80;
const longestSentenceCounted = 40;

const word = /[\p{L}\p{M}][\p{L}\p{M}'’\u200c]*\.?/gu;
const halfOfDay = /(?<![\p{L}])[ap]\.?\s?m(?:\.|(?!\p{L}))/giu;
const number = /\p{Nd}+(?:st|nd|rd|th)?(?![\p{L}])|\p{Nd}+/gu;
/** Numbers with what stands within a date, a time or an amount. */
const numbers = /#(?:[\s.,:;/|–—-]*#)+/gu;

/**
 * The shape of a line: two lines of an outlet have the same if they differ in numbers, dates and times only, each of
 * which is a `#` in it, and in white space. Empty for a line that is too long, or has neither a letter nor a digit.
 *
 * Pure, and a shape is its own shape.
 *
 * @example shapeOfLine("Updated: 4 March 2024, 14:05") // "Updated: #"
 */
export function shapeOfLine(line: string): string {
  // Most paragraphs are longer, whatever white space is in them.
  if (line.length > 2 * longestShaped) return "";
  const text = withSingleSpaces(line);
  const length = visualLength(text);
  if (length > longestShaped || !/[\p{L}\p{N}#]/u.test(text)) return "";
  if (!/[\p{Nd}#]/u.test(text) || length > longestCounted) return text;
  if (endsSentence(text) && length > longestSentenceCounted) return text;
  return text
    .replace(word, (found) => (isOfDate(found) ? "#" : found))
    .replace(halfOfDay, "#")
    .replace(number, "#")
    .replace(numbers, "#");
}

function isOfDate(found: string): boolean {
  const key = matchKey(found);
  return monthOf(key) !== undefined || weekdays.has(key);
}
