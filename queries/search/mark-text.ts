import type { SearchedPhrase } from "./searched-phrases.ts";
import { wordsInText, type WordInText } from "./words-in-text.ts";

/** A stretch of a text that was searched for: `text.slice(start, end)`. */
export interface MarkedRange {
  readonly start: number;
  readonly end: number;
}

/** Where the phrases of a search stand in a text, in order and without overlap. */
export function markText(text: string, phrases: readonly SearchedPhrase[]): readonly MarkedRange[] {
  if (phrases.length === 0) return [];
  const words = [...wordsInText(text)];
  const ranges = words.flatMap((_, at) =>
    phrases.flatMap((phrase) => {
      const last = stands(phrase, words, at) ? words[at + phrase.words.length - 1] : undefined;
      return last ? [{ start: words[at]?.start ?? 0, end: last.end }] : [];
    }),
  );
  return joined(ranges);
}

function stands({ words, isBeginning }: SearchedPhrase, text: readonly WordInText[], at: number): boolean {
  return words.every((word, index) => {
    const found = text[at + index]?.folded;
    return isBeginning && index === words.length - 1 ? found?.startsWith(word) === true : found === word;
  });
}

/** @param ranges In the order of their beginnings. */
function joined(ranges: readonly MarkedRange[]): readonly MarkedRange[] {
  const result: MarkedRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && range.start < last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else result.push(range);
  }
  return result;
}
