const words = new Intl.Segmenter("und", { granularity: "word" });

/** How often each word of a text occurs; works for scripts without spaces too. */
function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { segment, isWordLike } of words.segment(text.normalize("NFKC").toLowerCase())) {
    if (isWordLike === true) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  return counts;
}

/** The share of words that two texts have in common (Sørensen–Dice), from 0 to 1; 1 for two empty texts. */
export function similarity(left: string, right: string): number {
  if (left === right) return 1;
  const [a, b] = [wordCounts(left), wordCounts(right)];
  let shared = 0;
  let total = 0;
  for (const [word, count] of a) {
    shared += Math.min(count, b.get(word) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 1 : (2 * shared) / total;
}

/** The share of a text's words that another text has gained since, from 0 to 1; 0 for a text without words. */
export function shareGained(text: string, before: string, after: string): number {
  const [words, had, has] = [wordCounts(text), wordCounts(before), wordCounts(after)];
  let gained = 0;
  let total = 0;
  for (const [word, count] of words) {
    const more = (has.get(word) ?? 0) - (had.get(word) ?? 0);
    gained += Math.min(count, Math.max(0, more));
    total += count;
  }
  return total === 0 ? 0 : gained / total;
}
