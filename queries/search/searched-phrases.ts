import { wordsInText } from "./words-in-text.ts";

/** Folded words that stand together; the last one may only begin there. */
export interface SearchedPhrase {
  readonly words: readonly string[];
  readonly isBeginning: boolean;
}

/**
 * What a reader's search asks for, in the syntax of `text::query` (sanity.io/docs/specifications/groq-functions): words,
 * `"several words"` that stand together, `begin*`; `-word` is to be nowhere, and so nothing to mark.
 */
export function searchedPhrases(search: string): readonly SearchedPhrase[] {
  return [...search.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/g)].flatMap(([, minus, quoted, word]) => {
    const term = quoted ?? word ?? "";
    const words = [...wordsInText(term)].map(({ folded }) => folded);
    return minus === "-" || words.length === 0 ? [] : [{ words, isBeginning: term.endsWith("*") }];
  });
}
