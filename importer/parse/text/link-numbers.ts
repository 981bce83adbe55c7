/** A number right before the words of a link; that of a footnote stands right behind a word. */
const linkNumber = /(?<![^\s(*•"“«])\[(\d{1,4})\](?=[^\s\])])/gu;
const fewestLinks = 3;

/**
 * Whether a text has the numbers that browsers for the terminal set before links: "[1]Home", "[2]News", counted from
 * one. Pure.
 */
export function hasLinkNumbers(text: string): boolean {
  if (!text.includes("[1]") || !text.includes("[2]")) return false;
  const numbers = [...text.matchAll(linkNumber)].map(([, number]) => Number(number));
  return numbers.length >= fewestLinks && numbers.every((number, at) => number === at + 1);
}

/** A line without the numbers of its links. Pure. */
export const withoutLinkNumbers = (line: string): string => line.replace(linkNumber, "");

/** Whether a line is the item of a list and begins with the number of a link, as the entries of a menu do. Pure. */
export const isLinkItem = (line: string): boolean => /^\s*[*•+-]\s\[\d{1,4}\]\S/u.test(line);
