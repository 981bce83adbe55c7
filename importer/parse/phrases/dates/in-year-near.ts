import { toIsoDate } from "./calendars.ts";
import type { FoundDate } from "./read-dates.ts";

/**
 * Returns a date printed without a year, in the year that brings it closest to another date. Pure.
 *
 * @param near ISO date.
 */
export function inYearNear({ calendar, month, day }: FoundDate, near: string): string | undefined {
  if (calendar !== "gregorian") return undefined;
  const at = Date.parse(near);
  const year = new Date(at).getUTCFullYear();
  const days = [year - 1, year, year + 1].flatMap(
    (each) => toIsoDate(calendar, { year: each, month, day }) ?? [],
  );
  const distance = (date: string): number => Math.abs(Date.parse(date) - at);
  return days.toSorted((a, b) => distance(a) - distance(b))[0];
}
