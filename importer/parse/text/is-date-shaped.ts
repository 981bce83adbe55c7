import { withAsciiDigits } from "../phrases/dates/ascii-digits.ts";

const month = String.raw`[\p{L}\p{M}\u200c\u200d]{3,14}['’׳.]?`;
const day = String.raw`\d{1,2}(?:\.|st|nd|rd|th)?`;
const year = String.raw`(?:1[3-5]|19|20|25)\d\d`;
const gap = String.raw`[\s,،./-]+`;
const weekday = String.raw`(?:[\p{L}\p{M}\u200c\u200d]{2,14}[\s,،.]+)?`;
const time = String.raw`(?:[\s,،|·–-]+\d{1,2}[:.]\d\d)?`;
const shape = new RegExp(
  String.raw`^${weekday}(?:${day}${gap}${month}${gap}${year}|${year}${gap}${month}${gap}${day}|${month}${gap}${day}${gap}${year})${time}$`,
  "u",
);

/**
 * Whether a text has the shape of a date whose month is a word, in whatever language: a day, a word and a year, in
 * whatever order, perhaps a weekday before it and a time after it. Pure.
 */
export const isDateShaped = (text: string): boolean => text.length <= 50 && shape.test(withAsciiDigits(text));
