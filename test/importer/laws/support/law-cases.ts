import { isLong } from "../../../support/is-long.ts";

/** So many times as many cases in the long mode: 340 become 11,560. */
const longFactor = 34;

/**
 * The options of a law that is tried on so many cases in the short mode. Those are the same ones each time, so that a
 * broken law tells of the change at hand; the long mode looks for new ones.
 */
export const cases = (short: number): { readonly numRuns: number; readonly seed?: number } =>
  isLong ? { numRuns: short * longFactor } : { numRuns: short, seed: 20_261_127 };

/** How long one law may take. */
export const lawTimeoutMs = isLong ? 3_600_000 : 120_000;
