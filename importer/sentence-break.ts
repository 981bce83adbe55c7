import { sentenceClosers, sentenceTerminals } from "./sentence-terminals.ts";

/**
 * Where a sentence ends and the next one begins on the same line, as the source of a regular expression: the white space
 * between them, or nothing after the wide marks of Chinese and Japanese. "U.S. officials" has one too many.
 */
export const sentenceBreak = String.raw`(?:\s+(?<=[${sentenceTerminals}][${sentenceClosers}]{0,2}\s+)|(?<=[。！？｡]))`;
