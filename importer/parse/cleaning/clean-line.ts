import { cleanText } from "./clean-text.ts";
import { decodeReferences } from "./decode-references.ts";
import { withoutTags } from "./without-tags.ts";

/**
 * Returns the words of a field that is one line: a headline, a byline, a caption, a name. `undefined` if there are
 * none. Pure, linear, idempotent.
 *
 * References are decoded and tags taken off, however often they were escaped; then the characters are those of
 * {@link cleanText}. A run of white space is one space; a single no-break, thin or wide space stays, as it was set.
 */
export function cleanLine(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const line = onOneLine(plainTextOf(text, " "));
  return line === "" ? undefined : line;
}

/**
 * Returns the words of a name or a keyword, which is compared with others: as {@link cleanLine}, with plain spaces
 * only. Pure, linear, idempotent.
 */
export const cleanName = (text: string | undefined): string | undefined =>
  cleanLine(text)?.replace(/\s/gu, " ");

/** Returns the lines of a text, each as {@link cleanLine} does; line ends, `<br>` and blocks separate them. Pure. */
export const cleanLines = (text: string): string[] =>
  plainTextOf(text, "\n")
    .split("\n")
    .map(onOneLine)
    .filter((line) => line !== "");

/** No sender escapes more often; what is left then was made to cost time. */
const mostLayers = 12;

/** Cleaning uncovers markup that was escaped, or had invisible characters in it, so it is repeated until all is done. */
function plainTextOf(text: string, between: string): string {
  let plain = cleanText(text).trim();
  for (let layer = 0; layer < mostLayers && /[<&]/.test(plain); layer += 1) {
    const next = cleanText(decodeReferences(withoutTags(plain, between), "all")).trim();
    if (next === plain) break;
    plain = next;
  }
  return plain;
}

/** Spaces with a width of their own, or at which no line breaks: French sets them before "?", Japanese in names. */
const set = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]$/u;

const onOneLine = (text: string): string =>
  text.replace(/\s+/gu, (run) => (set.test(run) ? run : " ")).trim();
