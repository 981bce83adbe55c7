import { toIsoDate } from "./calendars.ts";
import type { FoundDate } from "./read-dates.ts";

/**
 * A day that is printed without its year, in the year that puts it nearest to another day. Pure.
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
