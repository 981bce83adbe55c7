import { matchKey } from "../../lexicons/match-key.ts";
import { withAsciiDigits } from "./ascii-digits.ts";
import { isYearOfNews, toIsoDate } from "./calendars.ts";
import { updatedLabels } from "./date-words.ts";
import { mayBeStretch, offsetOf, offsetOfName } from "./zone-names.ts";

/** The parts of a date; absent if not stated. */
interface DateParts {
  /** ISO date. */
  readonly date: string;
  /** `hh:mm`, or with seconds and their fraction. */
  readonly time?: string;
  /** As in ISO 8601. */
  readonly offset?: string;
}

export type ProgramDate =
  | ({ readonly kind: "read" } & DateParts)
  /** In a form that programs print, but with a month, hour or day that does not exist. */
  | { readonly kind: "impossible" }
  | { readonly kind: "other-form" };

const time = String.raw`(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?:\s*(?<half>[AaPp])\.?[Mm]\.?)?`;
const zone = String.raw`(?<zone>[Zz]|[A-Za-z]{1,5}|(?:GMT|UTC)?\s?[+\u2212-]\d{1,2}(?::?\d\d)?)`;
const comment = String.raw`(?:\s*\([^()]{0,40}\))?`;

const forms: readonly RegExp[] = [
  // ISO 8601, extended and basic, by month, week or day of the year; also with a space, as databases print it.
  /^(?<year>\d{4})(?:-(?<month>\d\d)-(?<day>\d\d)|(?<month>\d\d)(?<day>\d\d)|-?W(?<week>\d\d)-?(?<weekday>[1-7])|-?(?<dayOfYear>\d{3}))(?:(?:[Tt]|\s+)(?<hour>\d\d)(?::?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?)?\s*(?<zone>[Zz]|[A-Za-z]{2,5}|[+\u2212-]\d\d(?::?\d\d)?)?)?$/,
  // RFC 822 and its successors: "Sat, 31 Jan 2026 12:00:00 +0300", "31-Jan-26 12:00 EST".
  new RegExp(
    String.raw`^(?:(?<before>[\p{L}.]{2,12}),?\s*)?(?<day>\d\d?)(?:\s+|-)(?<monthName>[A-Za-z]{3,9})\.?,?(?:\s+|-)(?<year>\d{4}|\d\d)(?:,?\s+${time}\s*${zone}?${comment})?$`,
    "u",
  ),
  // "January 31, 2026 12:00 PM EST".
  new RegExp(
    String.raw`^(?:(?<before>[\p{L}.]{2,12}),?\s+)?(?<monthName>[A-Za-z]{3,9})\.?\s+(?<day>\d\d?),\s*(?<year>\d{4})(?:,?\s+(?:at\s+)?${time}\s*${zone}?${comment})?$`,
    "u",
  ),
  // Wire services (IPTC 7901): "061305 GMT mar 24".
  new RegExp(
    String.raw`^(?<day>\d\d)(?<hour>\d\d)(?<minute>\d\d)\s*${zone}\s+(?<monthName>[A-Za-z]{3})\s+(?<year>\d{4}|\d\d)$`,
  ),
  // The `date` command and C's asctime: "Sat Jan 31 12:00:00 UTC 2026".
  new RegExp(
    String.raw`^[A-Za-z]{3}\s+(?<monthName>[A-Za-z]{3})\s+(?<day>\d\d?)\s+${time}(?:\s+${zone})?\s+(?<year>\d{4})$`,
    "u",
  ),
];

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Reads a date printed by a program: ISO 8601 in all its spellings, RFC 822 and the variants in feeds.
 *
 * Pure. Keeps the offset, and takes every part of the date from the text alone.
 */
export function readProgramDate(printed: string): ProgramDate {
  const text = withAsciiDigits(printed).replace(/\s+/g, " ").trim();
  if (text.length > longestDate) return { kind: "other-form" };
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    // A weekday in any language; "Updated" says what the date is of.
    const isOther = updatedLabels.has(matchKey(groups?.["before"] ?? ""));
    // "06 Mrz 2024 14:02": programs print months in other languages too, which words explain.
    const isOfWords = groups?.["monthName"] !== undefined && !(monthOf(groups) >= 1);
    if (groups !== undefined && !isOther && !isOfWords) return assemble(groups, text);
  }
  return { kind: "other-form" };
}

const longestDate = 80;

type Parts = Readonly<Record<string, string | undefined>>;

function assemble(parts: Parts, text: string): ProgramDate {
  const date = calendarDate(parts);
  if (date === undefined) return { kind: "impossible" };
  if (parts["hour"] === undefined) return { kind: "read", date };
  const time = clockTime(parts);
  if (time === undefined) return { kind: "impossible" };
  const zone = parts["zone"] ?? "";
  const offset = offsetOfZone(zone);
  const isSettled =
    !/^[+\u2212-]/.test(zone) ||
    parts["second"] !== undefined ||
    /\dT\d/i.test(text) ||
    (/^.\d{4}$/.test(zone) && /\d:\d/.test(text));
  const isZone = offset !== undefined && (isSettled || !mayBeStretch(time, offset));
  return { kind: "read", date, time, ...(isZone ? { offset } : {}) };
}

const numericZone = /^(?:GMT|UTC)?\s?(?<sign>[+\u2212-])(?<hours>\d{1,2}):?(?<minutes>\d\d)?$/i;

/** The offset of a zone, from its name or distance; `undefined` if it is not certain. */
function offsetOfZone(zone: string): string | undefined {
  const { sign = "", hours = "", minutes = "0" } = numericZone.exec(zone)?.groups ?? {};
  return sign === "" ? offsetOfName(zone) : offsetOf(sign !== "+", Number(hours), Number(minutes));
}

function calendarDate(parts: Parts): string | undefined {
  const year = fullYear(parts["year"] ?? "");
  if (!isYearOfNews(year)) return undefined;
  const { week, weekday, dayOfYear } = parts;
  if (week !== undefined) return dayAfter(mondayOfWeek(year, Number(week)), Number(weekday) - 1);
  if (dayOfYear !== undefined) return dayOfTheYear(year, Number(dayOfYear));
  return toIsoDate("gregorian", { year, month: monthOf(parts), day: Number(parts["day"]) });
}

/** RFC 2822, 4.3. */
function fullYear(written: string): number {
  const year = Number(written);
  return written.length === 4 ? year : year + (year < 50 ? 2000 : 1900);
}

function monthOf({ month, monthName }: Parts): number {
  if (monthName === undefined) return Number(month);
  return monthName.length === 4 && !/^(?:june|july|sept)$/i.test(monthName)
    ? Number.NaN
    : monthNames.indexOf(monthName.slice(0, 3).toLowerCase()) + 1;
}

const dayMs = 86_400_000;

function dayAfter(moment: number | undefined, days: number): string | undefined {
  return moment === undefined ? undefined : new Date(moment + days * dayMs).toISOString().slice(0, 10);
}

/** No year has a 367th day. */
function dayOfTheYear(year: number, number: number): string | undefined {
  const iso = dayAfter(Date.UTC(year, 0, 1), number - 1);
  return iso !== undefined && number > 0 && iso.startsWith(String(year)) ? iso : undefined;
}

/** Week 1 of a year contains 4 January; not every year has a week 53. */
function mondayOfWeek(year: number, week: number): number | undefined {
  const mondayOf = (of: number): number => {
    const fourth = new Date(Date.UTC(of, 0, 4));
    return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * dayMs;
  };
  const monday = mondayOf(year) + (week - 1) * 7 * dayMs;
  return week < 1 || monday >= mondayOf(year + 1) ? undefined : monday;
}

function clockTime({
  hour = "",
  minute = "00",
  second = "00",
  fraction = "",
  half,
}: Parts): string | undefined {
  const isTwelve = half !== undefined;
  if (isTwelve && (Number(hour) < 1 || Number(hour) > 12)) return undefined;
  const hours = isTwelve ? (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hour);
  // A leap second becomes the second before it, since documents cannot hold one.
  const seconds = Math.min(Number(second), 59);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const decimals = /[1-9]/.test(fraction) ? `.${fraction}` : "";
  return `${twoDigits(hours)}:${minute}:${twoDigits(seconds)}${decimals}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");
