import { wordsOf } from "../lexicons/word-lists.ts";

/** Words of all languages that mark source lines and credits; all matched case-insensitively. */

/** Starts a source line, before its colon. */
export const sourcePrefixes = wordsOf(({ labels }) => labels.source);

/** Joins the names of a source line besides punctuation; surrounded by spaces in languages that use them. */
export const joiningWords = wordsOf(({ joining }) => joining);

/** Starts a picture credit, before a colon. */
export const creditPrefixes = wordsOf(({ labels }) => labels.credit);

/** Starts a picture credit, before the name and without a colon: "photo by". */
export const creditWords = wordsOf((lexicon) => lexicon.creditWords);

/** Ends a Chinese or Japanese credit: "photographed", "picture", "provided". */
export const creditSuffixes = wordsOf(({ creditEndings }) => creditEndings);

/** Credit words that name no one: file pictures, hand-outs, pools. */
export const creditNoise = wordsOf((lexicon) => lexicon.creditNoise);

/** Starts a byline, before the name. */
export const bylinePrefixes = wordsOf(({ bylineWords, labels }) => [
  ...(bylineWords ?? []),
  ...(labels.byline ?? []),
]);
