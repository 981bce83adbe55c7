/**
 * What ends a sentence, in all scripts, as the inside of a character class: Unicode's Sentence_Terminal, the ellipsis, and
 * the marks of Tibetan, which also part phrases and are therefore not in it.
 */
export const sentenceTerminals = String.raw`\p{Sentence_Terminal}…།༎`;
