import { offsetOfZone } from "./zone-names.ts";

/** What a printed date says. */
export type ReadDate =
  /** ISO 8601 with the offset that was printed. */
  | { readonly kind: "instant"; readonly iso: string }
  /** A day, or a time that nobody knows the zone of: no point in time, and never made into one. */
  | { readonly kind: "incomplete"; readonly date: string }
  | { readonly kind: "unreadable" };

const time = String.raw`(?<hour>\d\d?):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?(?:\s*(?<half>[AaPp])\.?[Mm]\.?)?`;
const zone = String.raw`(?<zone>[Zz]|[A-Za-z]{1,5}|(?:GMT|UTC)?\s?[+\u2212-]\d{1,2}(?::?\d\d)?)`;
const comment = String.raw`(?:\s*\([^()]{0,40}\))?`;

const forms: readonly RegExp[] = [
  // ISO 8601, extended and basic, by month, week or day of the year; as databases print it too, with a space.
  /^(?<year>\d{4})(?:-(?<month>\d\d)-(?<day>\d\d)|(?<month>\d\d)(?<day>\d\d)|-?W(?<week>\d\d)-?(?<weekday>[1-7])|-?(?<dayOfYear>\d{3}))(?:(?:[Tt]|\s+)(?<hour>\d\d)(?::?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?)?\s*(?<zone>[Zz]|[A-Za-z]{2,5}|[+\u2212-]\d\d(?::?\d\d)?)?)?$/,
  // RFC 822 and its heirs: "Sat, 31 Jan 2026 12:00:00 +0300", "31-Jan-26 12:00 EST".
  new RegExp(
    String.raw`^(?:[\p{L}.]{2,12},?\s*)?(?<day>\d\d?)(?:\s+|-)(?<monthName>[A-Za-z]{3,9})\.?,?(?:\s+|-)(?<year>\d{4}|\d\d)(?:,?\s+${time}\s*${zone}?${comment})?$`,
    "u",
  ),
  // "January 31, 2026 12:00 PM EST".
  new RegExp(
    String.raw`^(?:[\p{L}.]{2,12},?\s+)?(?<monthName>[A-Za-z]{3,9})\.?\s+(?<day>\d\d?),\s*(?<year>\d{4})(?:,?\s+(?:at\s+)?${time}\s*${zone}?${comment})?$`,
    "u",
  ),
  // The command "date" and C's asctime: "Sat Jan 31 12:00:00 UTC 2026".
  new RegExp(
    String.raw`^[A-Za-z]{3}\s+(?<monthName>[A-Za-z]{3})\s+(?<day>\d\d?)\s+${time}(?:\s+${zone})?\s+(?<year>\d{4})$`,
    "u",
  ),
];

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Reads a date that a program printed: ISO 8601 in all its spellings, RFC 822 and what feeds make of it.
 *
 * Pure. Keeps the offset, and takes no part of a date from anywhere but the text: without a zone there is no instant.
 */
export function readDate(printed: string): ReadDate {
  const text = westernDigits(printed).replace(/\s+/g, " ").trim();
  if (text.length > 80) return unreadable;
  for (const form of forms) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined) return assemble(groups);
  }
  return unreadable;
}

const unreadable: ReadDate = { kind: "unreadable" };

type Parts = Readonly<Record<string, string | undefined>>;

function assemble(parts: Parts): ReadDate {
  const date = calendarDate(parts);
  if (date === undefined) return unreadable;
  if (parts["hour"] === undefined) return { kind: "incomplete", date };
  const clock = clockTime(parts);
  if (clock === undefined) return unreadable;
  const offset = parts["zone"] === undefined ? undefined : offsetOfZone(parts["zone"]);
  return offset === undefined
    ? { kind: "incomplete", date }
    : { kind: "instant", iso: `${date}T${clock}${offset}` };
}

function calendarDate(parts: Parts): string | undefined {
  const year = fullYear(parts["year"] ?? "");
  if (year < 1700 || year > 2200) return undefined;
  const date =
    parts["week"] !== undefined
      ? mondayOfWeek(year, Number(parts["week"])) + (Number(parts["weekday"]) - 1) * dayMs
      : parts["dayOfYear"] !== undefined
        ? Date.UTC(year, 0, Number(parts["dayOfYear"]))
        : dayOfMonth(year, monthOf(parts), Number(parts["day"]));
  if (date === undefined || Number.isNaN(date)) return undefined;
  const iso = new Date(date).toISOString().slice(0, 10);
  // The 367th day and the 54th week are no dates of that year.
  return parts["dayOfYear"] !== undefined && !iso.startsWith(String(year)) ? undefined : iso;
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

function dayOfMonth(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : undefined;
}

const dayMs = 86_400_000;

/** The first week of a year is the one with 4 January in it. */
function mondayOfWeek(year: number, week: number): number {
  if (week < 1 || week > 53) return Number.NaN;
  const fourth = new Date(Date.UTC(year, 0, 4));
  return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * dayMs + (week - 1) * 7 * dayMs;
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
  // A leap second is written as the second before it, since documents know none.
  const seconds = Math.min(Number(second), 59);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const decimals = /[1-9]/.test(fraction) ? `.${fraction}` : "";
  return `${twoDigits(hours)}:${minute}:${twoDigits(seconds)}${decimals}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Arabic-Indic and Persian digits as the ones that dates of programs have. */
const westernDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
