import { wordsOf } from "../lexicons/word-lists.ts";

/** Words of all languages by which source lines and credits are told; all matched without case. */

/** What a source line starts with, before its colon. */
export const sourcePrefixes = wordsOf(({ labels }) => labels.source);

/** What joins the names of a source line besides punctuation; with spaces around, in languages that have them. */
export const joiningWords = wordsOf(({ joining }) => joining);

/** What a picture credit starts with, before a colon. */
export const creditPrefixes = wordsOf(({ labels }) => labels.credit);

/** What a picture credit starts with, before the name and without a colon: "photo by". */
export const creditWords = wordsOf((lexicon) => lexicon.creditWords);

/** What a Chinese or Japanese credit ends in: "photographed", "picture", "provided". */
export const creditSuffixes = wordsOf(({ creditEndings }) => creditEndings);

/** What stands in credits and names nobody: file pictures, hand-outs, pools. */
export const creditNoise = wordsOf((lexicon) => lexicon.creditNoise);

/** What a byline starts with, before the name. */
export const bylinePrefixes = wordsOf(({ bylineWords, labels }) => [
  ...(bylineWords ?? []),
  ...(labels.byline ?? []),
]);
