import { overlapOf } from "./near-duplicates/sim-hash.ts";

/** Versions of one story have more than this in common; two stories of one outlet, its standing phrases included, less. */
const leastOverlap = 0.1;

/** As much in common as a story has with one that was only corrected. */
const correctedOverlap = 0.5;

/**
 * Whether a text can be a later version of another that stood in the same place.
 *
 * Pure, and slow to say no: a story may be rewritten from end to end. Only two long texts that share neither their
 * first line nor any run of words are two stories.
 */
export function mayBeSameStory(before: string, now: string): boolean {
  if (firstLineOf(before) === firstLineOf(now)) return true;
  const overlap = overlapOf(before, now);
  return overlap === undefined || overlap > leastOverlap;
}

/**
 * Whether a text is a later version of another that stood in another place. Pure, and slow to say yes: much of it
 * must be the same.
 */
export function isCorrectedStory(before: string, now: string): boolean {
  const overlap = overlapOf(before, now);
  return overlap === undefined ? firstLineOf(before) === firstLineOf(now) : overlap >= correctedOverlap;
}

const firstLineOf = (text: string): string => /\S.*/u.exec(text)?.[0].normalize("NFC").trim() ?? "";
