import { spacedWords } from "./words-of.ts";

/** Words that stand together in a text; the last one may only begin there. */
export interface Phrase {
  readonly parts: readonly string[];
  readonly isBeginning: boolean;
}

/** What `text::query` asks for: a text holds all of `required` and none of `excluded`. */
export interface TextQuery {
  /** Whether any text matches, as with an empty search box. */
  readonly everything: boolean;
  readonly required: readonly Phrase[];
  readonly excluded: readonly Phrase[];
}

/**
 * Parses the search syntax of `text::query` (sanity.io/docs/groq-text-search): words are joined by "and", a `*` at the
 * end of a word matches by prefix, `-word` excludes, `"two words"` must be adjacent, and a lone `*` finds everything.
 */
export function parseTextQuery(query: string): TextQuery {
  const terms = [...query.matchAll(/(-?)"([^"]*)"?|(-?)(\S+)/g)].map(
    ([, minus, phrase, wordMinus, word]) => ({
      isExcluded: (minus || wordMinus) === "-",
      phrase: phraseOf(phrase ?? word ?? ""),
    }),
  );
  const phrases = (isExcluded: boolean): readonly Phrase[] =>
    terms.filter((term) => term.isExcluded === isExcluded).flatMap(({ phrase }) => phrase ?? []);
  return { everything: query.trim() === "*", required: phrases(false), excluded: phrases(true) };
}

function phraseOf(term: string): Phrase | undefined {
  const words = spacedWords(term);
  return words === "" ? undefined : { parts: words.split(" "), isBeginning: term.endsWith("*") };
}
