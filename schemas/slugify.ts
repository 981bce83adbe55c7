import anyAscii from "any-ascii";
import slugify from "slugify";

const maxLength = 80;

/** Punctuation that separates words, so that "REUTERS/AP" is two. Apostrophes do not; `&` and `%` are spelled out. */
const wordBreak = /[^\P{P}&%'’]/gu;

/** Chinese has no spaces: each ideograph becomes a word of its own, so that a long slug can be cut between two. */
const ideograph = /\p{Script=Han}/gu;

/** Letters, digits and vowel signs; not the optional vowel marks and accents that any script may borrow. */
const readable = /(?!\p{Script=Inherited})[\p{L}\p{N}\p{M}]/gu;

const toWords = (text: string): string => slugify(text, { lower: true, strict: true });

/** What slugify has no table for (Chinese, Hebrew, Hindi …) goes through any-ascii. */
const romanise = (character: string): string => (toWords(character) === "" ? anyAscii(character) : character);

/**
 * Makes a URL path segment from a text in any script: lower-case ASCII letters and digits in words joined by
 * hyphens, at most 80 characters, cut between words.
 *
 * Pure, and a slug is its own slug. Returns the empty string only if nothing in the text can be written in
 * ASCII (punctuation alone, for example), so callers need a fallback.
 */
export function toSlug(text: string): string {
  const spaced = text.normalize("NFC").replace(wordBreak, " ").replace(ideograph, " $& ");
  const slug = toWords(spaced.replace(readable, romanise)) || toWords(anyAscii(text));
  return cutBetweenWords(slug);
}

function cutBetweenWords(slug: string): string {
  if (slug.length <= maxLength) return slug;
  const end = slug.lastIndexOf("-", maxLength);
  return slug.slice(0, end > 0 ? end : maxLength);
}
