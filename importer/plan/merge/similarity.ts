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

/** A text before and after a change. */
export interface TextChange {
  readonly before: string;
  readonly after: string;
}

/**
 * The share of a text's words that other texts have gained together, from 0 to 1; 0 for a text without words. A word
 * that several of them gained counts only as often as the text has it.
 */
export function shareGained(text: string, changes: readonly TextChange[]): number {
  const counted = changes.map(({ before, after }) => ({ had: wordCounts(before), has: wordCounts(after) }));
  let gained = 0;
  let total = 0;
  for (const [word, count] of wordCounts(text)) {
    const more = counted.reduce(
      (sum, { had, has }) => sum + Math.max(0, (has.get(word) ?? 0) - (had.get(word) ?? 0)),
      0,
    );
    gained += Math.min(count, more);
    total += count;
  }
  return total === 0 ? 0 : gained / total;
}
