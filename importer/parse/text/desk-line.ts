import { indexPhrases } from "../lexicons/phrase-index.ts";
import { wordsOf } from "../lexicons/word-lists.ts";
import type { ObservedLine } from "./observe-lines.ts";

const desk = indexPhrases(wordsOf((lexicon) => lexicon.desk));

/**
 * Whether a line credits the work of the desk: "(Reporting by …; editing by …)", "With inputs from PTI", "Avec AFP".
 */
export function isDeskLine({ key, text, length, endsSentence }: ObservedLine): boolean {
  if (key === "" || length > 320) return false;
  const isWrapped = /^[(（—–-]/u.test(text);
  const at = desk.find(key);
  if (at < 0) return false;
  if (at === 0 && (length <= 120 || isWrapped)) return !endsSentence || isWrapped || length <= 90;
  return isWrapped;
}

/** Whether a match key begins with words that a desk uses to describe its work. Pure. */
export const startsWithDesk = (key: string): boolean => desk.lengthAt(key, 0) > 0;
