import type { ParsedStory } from "../parsed-story.ts";
import { inYearNear } from "./dates/in-year-near.ts";
import { readDateline } from "./read-dateline.ts";

/** Where a story was filed, by one of its lines. */
export interface FoundDateline {
  /** Index of the line. */
  readonly line: number;
  readonly value: NonNullable<ParsedStory["dateline"]>;
  /** Names of agencies in it, as printed. */
  readonly sources: readonly string[];
  readonly confidence: number;
}

/** A dateline begins the text, or is in the line above it. */
const mostLines = 2;

/**
 * Finds the dateline of a story at the beginning of its first lines. Pure.
 *
 * @param publishedOn ISO date of publication, which tells the year of a day printed without one.
 */
export function findDateline(
  lines: readonly string[],
  publishedOn: string | undefined,
): FoundDateline | undefined {
  for (const [line, text] of lines.slice(0, mostLines).entries()) {
    const found = readDateline(text);
    if (found === undefined) continue;
    const { printed, place, sources, confidence } = found;
    const date =
      found.date?.date ?? (found.date && publishedOn && inYearNear(found.date, publishedOn)) ?? undefined;
    const value = {
      printed,
      ...(place === undefined ? {} : { place }),
      ...(date === undefined ? {} : { date }),
    };
    return { line, value, sources, confidence };
  }
  return undefined;
}
