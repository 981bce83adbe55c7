/** How well one text matches another, word by word. */
export interface WordScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * Compares the words of a found text with those of the gold. Pure. Words of captions, bylines and the like are
 * neither right nor wrong, so that nobody loses for giving them as text, or for not giving them.
 */
export function scoreWords(found: string, gold: string, neutral: string): WordScore {
  const [foundWords, goldWords, neutralWords] = [countWords(found), countWords(gold), countWords(neutral)];
  let right = 0;
  let wrong = 0;
  for (const [word, count] of foundWords) {
    const own = Math.min(count, goldWords.get(word) ?? 0);
    right += own;
    wrong += Math.max(0, count - own - (neutralWords.get(word) ?? 0));
  }
  const all = [...goldWords.values()].reduce((sum, count) => sum + count, 0);
  const precision = right + wrong === 0 ? 0 : right / (right + wrong);
  const recall = all === 0 ? 1 : right / all;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** A Chinese or Japanese character is a word: such text has no spaces to part words by. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [found] of text.normalize("NFC").toLowerCase().matchAll(word))
    counts.set(found, (counts.get(found) ?? 0) + 1);
  return counts;
}
