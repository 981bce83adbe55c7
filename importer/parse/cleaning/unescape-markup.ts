import { decodeReferences } from "./decode-references.ts";
import { apartNames } from "./html-tags.ts";
import { readTags, type Tag } from "./read-tags.ts";
import { withoutTags } from "./without-tags.ts";

const escapedBracket = /&(?:amp;){0,8}(?:lt|#0{0,4}60|#x0{0,4}3c);/i;

/** Elements in which markup is shown on purpose. */
const shownAsCode = /<(pre|code|samp|kbd|xmp|textarea)\b[^<>]{0,500}>[\s\S]{0,20000}?<\/\1\s*>/gi;

/** No sender escapes more often. */
const mostLayers = 4;

/**
 * Returns HTML without the layers of escaping that are too many: `&lt;p&gt;The board …&lt;/p&gt;` is a paragraph.
 * Pure, linear.
 *
 * The evidence is what a reader would see: a text that is made of tags throughout was escaped once too often, while
 * one that mentions a tag, or shows code, is about HTML and stays as it is.
 */
export function unescapeMarkup(html: string): string {
  let plain = html;
  for (let layer = 0; layer < mostLayers && escapedBracket.test(plain); layer += 1) {
    const seen = withoutTags(plain.replace(shownAsCode, " word "));
    if (!isMarkup(decodeReferences(seen, "all"))) break;
    plain = decodeReferences(plain, "one");
  }
  return plain;
}

/** A paragraph of fewer letters may be an example. */
const leastLetters = 20;

/**
 * Whether a text that readers would see is in fact HTML: it consists of elements throughout. Pure, linear. Prose that
 * mentions tags does not: they have no text of any length in them.
 */
export function isMarkup(text: string): boolean {
  const shown = text.trim();
  const tags = readTags(shown);
  const [first, last] = [tags[0], tags.at(-1)];
  if (first === undefined || last === undefined) return false;
  const letters = lettersIn(withoutTags(shown));
  if (letters === 0) return true;
  const isFramed =
    first.index === 0 &&
    first.kind !== "end" &&
    last.index + last.length === shown.length &&
    last.kind !== "start";
  const isKnown = tags.some(({ name, hasAttributes }) => apartNames.has(name) || hasAttributes);
  if (isFramed && isKnown) return true;
  const breaks = tags.filter((tag) => tag.name === "br" && isBesideText(shown, tag));
  if (breaks.length > 1 && tags.every(isBalancedIn(tags))) return true;
  return coveredLetters(shown, tags) >= 0.6 * letters;
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** A tag that a text is about has a blank on either side. */
const isBesideText = (text: string, { index, length }: Tag): boolean =>
  /\S/.test(text[index - 1] ?? " ") || /\S/.test(text[index + length] ?? " ");

/** Whether a tag is empty, or as many elements of its name begin as end. */
const isBalancedIn =
  (tags: readonly Tag[]) =>
  ({ kind, name }: Tag): boolean => {
    if (kind === "empty") return true;
    const alike = tags.filter((other) => other.name === name);
    return 2 * alike.filter((other) => other.kind === "start").length === alike.length;
  };

/** The letters in elements that hold more than a word or two: blocks, and whatever has attributes. */
function coveredLetters(text: string, tags: readonly Tag[]): number {
  let covered = 0;
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.kind === "start") open.push(tag);
    const start = tag.kind === "end" ? open.pop() : undefined;
    if (start === undefined || start.name !== tag.name || open.length > 0) continue;
    if (!isBesideText(text, start) && !isBesideText(text, tag)) continue;
    const letters = lettersIn(withoutTags(text.slice(start.index + start.length, tag.index)));
    if ((apartNames.has(tag.name) || start.hasAttributes) && letters >= leastLetters) covered += letters;
  }
  return covered;
}
