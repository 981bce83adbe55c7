/** Even odds: below them the value is more likely wrong than right, so an editor has to decide. */
const leastConfidence = 0.5;

/**
 * Whether a value is too unsure to stand without a question to the editor.
 *
 * @param confidence From 0 to 1.
 */
export const isUnsure = (confidence: number): boolean => confidence < leastConfidence;
