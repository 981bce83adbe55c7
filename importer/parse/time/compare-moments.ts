import type { Moment } from "./moment.ts";
import { spanOf } from "./span-of.ts";

/** Whether one moment was certainly before another, whatever their zones. Pure. */
export const isBefore = (one: Moment, other: Moment): boolean => spanOf(one).latest < spanOf(other).earliest;

/** The least number of milliseconds between two moments; 0 if they may be the same. Pure. */
export function leastBetween(one: Moment, other: Moment): number {
  const [a, b] = [spanOf(one), spanOf(other)];
  return Math.max(0, a.earliest - b.latest, b.earliest - a.latest);
}
