import { shortDigestOf } from "./digest.ts";

/**
 * Makes `_key`s for the members of one array: a digest of the member's content, plus its number among equal members.
 *
 * Inserting or removing another member changes no key, so an import that adds a paragraph touches only that paragraph,
 * and editors' changes to its neighbours can still be recognised.
 */
export function makeKeys(): (content: string) => string {
  const occurrences = new Map<string, number>();
  return (content) => {
    const digest = shortDigestOf(content, 12);
    const occurrence = (occurrences.get(digest) ?? 0) + 1;
    occurrences.set(digest, occurrence);
    return occurrence === 1 ? digest : `${digest}-${occurrence}`;
  };
}
