import type { Calendar } from "./date-words.ts";

/** A day in a calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;

const formats = {
  hijri: new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", numeric()),
  jalali: new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", numeric()),
} as const;

function numeric(): Intl.DateTimeFormatOptions {
  return { year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" };
}

/** Approximate first day of each calendar and mean length of its year, to start the search close to the target. */
const epochs = {
  hijri: { start: Date.UTC(622, 6, 19), yearDays: 354.367, monthDays: 29.53 },
  jalali: { start: Date.UTC(622, 2, 22), yearDays: 365.2422, monthDays: 30.44 },
} as const;

/**
 * Whether news may date from a year, judging by the archives of the oldest papers; other numbers are not years. Pure.
 */
export const isYearOfNews = (year: number): boolean => year >= 1700 && year < 2200;

/** The ISO date of a day in a calendar; `undefined` for a day that the calendar does not have. Pure. */
export function toIsoDate(calendar: Calendar, { year, month, day }: Day): string | undefined {
  if (calendar === "gregorian") {
    const date = new Date(Date.UTC(year, month - 1, day));
    const isReal = isYearOfNews(year) && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isReal ? date.toISOString().slice(0, 10) : undefined;
  }
  const { start, yearDays, monthDays } = epochs[calendar];
  const about = start + Math.round((year - 1) * yearDays + (month - 1) * monthDays + day - 1) * dayMs;
  for (let away = 0; away <= 5; away += 1) {
    for (const time of [about + away * dayMs, about - away * dayMs]) {
      if (isSameDay(partsOf(calendar, time), { year, month, day }))
        return new Date(time).toISOString().slice(0, 10);
    }
  }
  return undefined;
}

function partsOf(calendar: "hijri" | "jalali", time: number): Day {
  const parts = formats[calendar].formatToParts(time);
  const numberOf = (type: Intl.DateTimeFormatPartTypes): number =>
    Number.parseInt(parts.find((part) => part.type === type)?.value ?? "", 10);
  return { year: numberOf("year"), month: numberOf("month"), day: numberOf("day") };
}

const isSameDay = (a: Day, b: Day): boolean => a.year === b.year && a.month === b.month && a.day === b.day;
