import { matchKey } from "./match-key.ts";

/** Finds phrases in match keys, at a cost that does not grow with the number of phrases. */
export interface PhraseIndex {
  /** Whether the text is one of the phrases. */
  has(key: string): boolean;
  /** Length of the longest phrase at a position in the text, as whole words; 0 if there is none. */
  lengthAt(key: string, index: number): number;
  /** Position of the first phrase in the text; -1 if there is none. */
  find(key: string): number;
}

/** Scripts without spaces between words, where a phrase may start and end anywhere. */
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Builds an index of phrases, in any spelling that their match key covers. */
export function indexPhrases(phrases: Iterable<string>): PhraseIndex {
  const keys = new Set<string>();
  for (const phrase of phrases) keys.add(matchKey(phrase));
  keys.delete("");
  const byStart = Map.groupBy(
    [...keys].toSorted((a, b) => b.length - a.length),
    (key) => key.slice(0, 2),
  );
  // A phrase of one character is followed by something else or by nothing.
  const single = new Set([...keys].filter((key) => key.length === 1));

  const lengthAt = (key: string, index: number): number => {
    if (index > 0 && key[index - 1] !== " " && !isSpaceless(key, index)) return 0;
    for (const phrase of byStart.get(key.slice(index, index + 2)) ?? []) {
      if (key.startsWith(phrase, index) && endsAt(key, index + phrase.length)) return phrase.length;
    }
    return single.has(key.charAt(index)) && endsAt(key, index + 1) ? 1 : 0;
  };
  return {
    has: (key) => keys.has(key),
    lengthAt,
    find(key) {
      const mayStartAnywhere = spaceless.test(key);
      for (let index = 0; index < key.length;) {
        if (byStart.has(key.slice(index, index + 2)) && lengthAt(key, index) > 0) return index;
        const space = mayStartAnywhere ? index : key.indexOf(" ", index);
        if (space < 0) break;
        index = space + 1;
      }
      return -1;
    },
  };
}

const isSpaceless = (key: string, index: number): boolean => spaceless.test(key.charAt(index));

const endsAt = (key: string, end: number): boolean =>
  end >= key.length || key[end] === " " || isSpaceless(key, end - 1) || isSpaceless(key, end);
