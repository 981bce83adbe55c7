import { rulesOfText } from "./rules-of-text.ts";
import type { StoryText } from "./stages.ts";

/**
 * Digest of the rules that a story was read with: while it and the text are the same, so are the documents. What is known
 * of outlets counts for plain text alone. Pure.
 *
 * @param rules See `readingRules`.
 */
export const rulesOfStory = (rules: string, { parsed, reading }: StoryText): string =>
  parsed !== undefined && reading === undefined ? rules : rulesOfText(rules, reading);
