import type { Calendar } from "./date-words.ts";

/** A day in a calendar. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMs = 86_400_000;

type OtherCalendar = Exclude<Calendar, "gregorian">;

const formats: Readonly<Record<OtherCalendar, Intl.DateTimeFormat>> = {
  hijri: new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", numeric()),
  jalali: new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", numeric()),
  ethiopic: new Intl.DateTimeFormat("en-u-ca-ethiopic-nu-latn", numeric()),
  hebrew: new Intl.DateTimeFormat("en-u-ca-hebrew-nu-latn", { ...numeric(), month: "long" }),
};

/** Months have no fixed numbers in the Hebrew calendar: a leap year has one more, before the last of winter. */
const hebrewMonths = [
  "Tishri",
  "Heshvan",
  "Kislev",
  "Tevet",
  "Shevat",
  "Adar I",
  "Adar",
  "Nisan",
  "Iyar",
  "Sivan",
  "Tamuz",
  "Av",
  "Elul",
];

function numeric(): Intl.DateTimeFormatOptions {
  return { year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" };
}

/** Approximate first day of each calendar and mean length of its year, to start the search close to the target. */
const epochs = {
  hijri: { start: Date.UTC(622, 6, 19), yearDays: 354.367, monthDays: 29.53 },
  jalali: { start: Date.UTC(622, 2, 22), yearDays: 365.2422, monthDays: 30.44 },
  ethiopic: { start: new Date(0).setUTCFullYear(8, 7, 27), yearDays: 365.25, monthDays: 30 },
  hebrew: { start: new Date(0).setUTCFullYear(-3760, 8, 7), yearDays: 365.2468, monthDays: 28.5 },
} as const;

/** A year of the Hebrew calendar begins up to a month before or after its mean. */
const furthestAway = { hijri: 5, jalali: 5, ethiopic: 5, hebrew: 40 } as const;

/**
 * Whether news may date from a year, judging by the archives of the oldest papers; other numbers are not years. Pure.
 */
export const isYearOfNews = (year: number): boolean => year >= 1700 && year < 2200;

/** The ISO date of a day in a calendar; `undefined` for a day that the calendar does not have. Pure. */
export function toIsoDate(calendar: Calendar, { year, month, day }: Day): string | undefined {
  if (calendar === "gregorian") {
    // Thai, Lao and Khmer copy counts the years from the death of the Buddha.
    if (year >= 2300 && year < 2800) return toIsoDate(calendar, { year: year - 543, month, day });
    const date = new Date(Date.UTC(year, month - 1, day));
    const isReal = isYearOfNews(year) && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return isReal ? date.toISOString().slice(0, 10) : undefined;
  }
  const { start, yearDays, monthDays } = epochs[calendar];
  const about = start + Math.round((year - 1) * yearDays + (month - 1) * monthDays + day - 1) * dayMs;
  for (let away = 0; away <= furthestAway[calendar]; away += 1) {
    for (const time of [about + away * dayMs, about - away * dayMs]) {
      if (isSameDay(partsOf(calendar, time), { year, month, day }))
        return new Date(time).toISOString().slice(0, 10);
    }
  }
  return undefined;
}

function partsOf(calendar: OtherCalendar, time: number): Day {
  const parts = formats[calendar].formatToParts(time);
  const valueOf = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? "";
  const numberOf = (type: Intl.DateTimeFormatPartTypes): number => Number.parseInt(valueOf(type), 10);
  const month = calendar === "hebrew" ? monthOfHebrew(valueOf("month")) : numberOf("month");
  return { year: numberOf("year"), month, day: numberOf("day") };
}

/** The second Adar of a leap year is the Adar of other years. */
const monthOfHebrew = (name: string): number => hebrewMonths.indexOf(name.replace(/ II$/, "")) + 1;

const isSameDay = (a: Day, b: Day): boolean => a.year === b.year && a.month === b.month && a.day === b.day;
