import { digestOf } from "./digest.ts";
import type { OutletReading } from "./parse/outlet-reading.ts";

/** Digest of the rules that a plain text of an outlet is read with. Pure. @param rules See `readingRules`. */
export const rulesOfText = (rules: string, reading: OutletReading | undefined): string =>
  digestOf(`${rules} text ${reading?.version ?? ""}`);
