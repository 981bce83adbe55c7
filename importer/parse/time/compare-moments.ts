import type { Moment } from "./moment.ts";
import { spanOf } from "./span-of.ts";

/** Whether one moment was before another one for certain, in whatever zones they were. Pure. */
export const isBefore = (one: Moment, other: Moment): boolean => spanOf(one).latest < spanOf(other).earliest;

/** How many milliseconds are between two moments at least; 0 if they may be the same. Pure. */
export function leastBetween(one: Moment, other: Moment): number {
  const [a, b] = [spanOf(one), spanOf(other)];
  return Math.max(0, a.earliest - b.latest, b.earliest - a.latest);
}
