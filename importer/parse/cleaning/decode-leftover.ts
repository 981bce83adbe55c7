import { decodeReferences, reference } from "./decode-references.ts";
import { readTags } from "./read-tags.ts";

/** Signs of a text about markup, beside tags. */
const aboutMarkup = /&(?:amp;)*(?:[lg]t|#0*6[02]|#x0*3[ce]);|\bX?HTML\b|\bXML\b/;

/** "R&amp;D", "it&#39;s": whatever a text is about, it does not mention a reference within a word. */
const withinWord = /(?<=\p{L})&(?!lt;|gt;)(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});(?=\p{L})/giu;

/**
 * Returns how the references are decoded that readers would see in a text, because it was escaped twice: all of them
 * (`&#8220;Yes&#8221;`), but in a text about markup only those within words. Pure.
 *
 * @param text The whole text, for evidence.
 */
export function decodeLeftover(text: string): (part: string) => string {
  if (text.search(reference) < 0) return (part) => part;
  return aboutMarkup.test(text) || readTags(text).length > 0
    ? (part) => part.replace(withinWord, (written) => decodeReferences(written, "one"))
    : (part) => decodeReferences(part, "all");
}
