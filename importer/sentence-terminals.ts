/**
 * What ends a sentence, in all scripts, as the inside of a character class: Unicode's Sentence_Terminal, the ellipsis, and
 * the marks of Tibetan, which also part phrases and are therefore not in it.
 */
export const sentenceTerminals = String.raw`\p{Sentence_Terminal}…།༎`;

/** What may close after the end of a sentence: quotation marks and brackets of all scripts, inside a character class. */
export const sentenceClosers = String.raw`"'\p{Pe}\p{Pf}\p{Pi}\p{Cf}`;
