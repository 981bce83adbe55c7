/** Even odds: below them the value is more likely wrong than right, so that a guess is no answer to an editor. */
const leastConfidence = 0.5;

/**
 * Whether a value is a question to the editor rather than an answer.
 *
 * @param confidence From 0 to 1.
 */
export const isUnsure = (confidence: number): boolean => confidence < leastConfidence;
