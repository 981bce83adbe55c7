/** Whether the long mode is on: the same laws, more cases. */
const isLong = process.env["COPYDESK_TEST_LONG"] === "1";

/** So many times as many cases in the long mode: 300 become 10,200. */
const longFactor = 34;

/** The options of a law that is tried on so many cases in the short mode. */
export const cases = (short: number): { readonly numRuns: number } => ({
  numRuns: isLong ? short * longFactor : short,
});

/** How long one law may take. */
export const lawTimeoutMs = isLong ? 3_600_000 : 120_000;
