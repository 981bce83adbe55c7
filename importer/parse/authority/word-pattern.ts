/** A regular expression that matches any of the words, longest first so that no word hides a longer one. */
export function anyOf(words: readonly string[]): string {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return `(?:${longestFirst.map(escapePattern).join("|")})`;
}

const escapePattern = (word: string): string =>
  word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ /g, "\\s+");
