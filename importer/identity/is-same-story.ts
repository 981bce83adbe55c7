import { overlapOf } from "./near-duplicates/sim-hash.ts";

/** Versions of one story overlap more than this; two stories of one outlet, with its standard phrases, less. */
const leastOverlap = 0.1;

/** A story and its corrected version overlap at least this much. */
const correctedOverlap = 0.5;

/**
 * Whether a text may be a later version of another from the same place.
 *
 * Reluctant to say no, since a story may be rewritten from end to end: only two long texts that share neither their
 * first line nor any run of words are different stories. Pure.
 */
export function mayBeSameStory(before: string, now: string): boolean {
  if (firstLineOf(before) === firstLineOf(now)) return true;
  const overlap = overlapOf(before, now);
  return overlap === undefined || overlap > leastOverlap;
}

/**
 * Whether a text is a later version of another from a different place. Reluctant to say yes: much of it must be the
 * same. Pure.
 */
export function isCorrectedStory(before: string, now: string): boolean {
  const overlap = overlapOf(before, now);
  return overlap === undefined ? firstLineOf(before) === firstLineOf(now) : overlap >= correctedOverlap;
}

const firstLineOf = (text: string): string => /\S.*/u.exec(text)?.[0].normalize("NFC").trim() ?? "";
