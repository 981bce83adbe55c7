import { toIsoDate } from "./calendars.ts";
import type { DateToken } from "./date-tokens.ts";
import { monthOf, type Calendar, type NamedMonth } from "./date-words.ts";

/** A date as written in a text. */
export interface ReadDay {
  /** Number of tokens it spans. */
  readonly length: number;
  readonly calendar: Calendar;
  readonly month: number;
  readonly day: number;
  readonly year?: number;
  /** ISO date, if the text gives the year and the calendar has the day. */
  readonly date?: string;
  /** Whether day and month may be swapped. */
  readonly isAmbiguous: boolean;
}

/**
 * Reads the date that begins at a token: "4 March 2024", "March 4", "2024-03-04", "4/3/2024", "4 آذار/مارس". Pure.
 */
export function readDay(tokens: readonly DateToken[], at: number): ReadDay | undefined {
  return readNumeric(tokens, at) ?? readDayFirst(tokens, at) ?? readMonthFirst(tokens, at);
}

const separators = new Set(["/", "-", ".", "–", "‐", "·"]);

function readNumeric(tokens: readonly DateToken[], at: number): ReadDay | undefined {
  const [a, separator, b, again, c] = tokens.slice(at, at + 5);
  if (a?.kind !== "number" || b?.kind !== "number" || c?.kind !== "number") return undefined;
  if (separator?.kind !== "mark" || again?.kind !== "mark") return undefined;
  if (separator.text !== again.text || !separators.has(separator.text)) return undefined;
  if (a.digits === 4) return ofYear(a.value, b.value, c.value, 5, false);
  if (a.digits > 2 || b.digits > 2 || (c.digits !== 4 && c.digits !== 2)) return undefined;
  const year = c.digits === 4 ? c.value : 2000 + c.value;
  // With full stops and the year last, no locale of Unicode's CLDR has the month first; with slashes some have.
  if (a.value > 12 || separator.text === ".") return ofYear(year, b.value, a.value, 5, false);
  if (b.value > 12) return ofYear(year, a.value, b.value, 5, false);
  return ofYear(year, b.value, a.value, 5, a.value !== b.value);
}

/** Years before 1500 are Persian or Islamic. Only habit tells which: Persian copy writes its dates in numbers. */
function ofYear(
  year: number,
  month: number,
  day: number,
  length: number,
  isAmbiguous: boolean,
): ReadDay | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const calendar = year >= 1300 && year < 1500 ? "jalali" : "gregorian";
  return withDate({ length, calendar, month, day, year, isAmbiguous });
}

function withDate(day: Omit<ReadDay, "date">): ReadDay {
  const { calendar, year } = day;
  const date = year === undefined ? undefined : toIsoDate(calendar, { ...day, year });
  return date === undefined ? day : { ...day, date };
}

const isMark = (token: DateToken | undefined, marks: string): boolean =>
  token?.kind === "mark" && marks.includes(token.text);

const jointWords = new Set(["st", "nd", "rd", "th", "er", "re", "of", "de", "del", "do", "من", "في"]);

/** What may separate a day, a month and a year: a full stop, a comma, "of", "de", "st". */
function skipJoint(tokens: readonly DateToken[], at: number, marks: string): number {
  let next = at;
  while (next < at + 2) {
    const token = tokens[next];
    if (!(token?.kind === "word" ? jointWords.has(token.key) : isMark(token, marks))) break;
    next += 1;
  }
  return next;
}

function readDayFirst(tokens: readonly DateToken[], at: number): ReadDay | undefined {
  const day = tokens[at];
  if (day?.kind !== "number" || day.digits > 2 || day.value < 1 || day.value > 31) return undefined;
  const monthAt = skipJoint(tokens, at + 1, ".,،ºª°-/");
  const month = readMonth(tokens, monthAt);
  if (month === undefined) return undefined;
  return withYear(tokens, at, monthAt + month.length, month, day.value);
}

function readMonthFirst(tokens: readonly DateToken[], at: number): ReadDay | undefined {
  const month = readMonth(tokens, at);
  if (month === undefined) return undefined;
  const dayAt = skipJoint(tokens, at + month.length, ".-");
  const day = tokens[dayAt];
  if (day?.kind !== "number" || day.digits > 2 || day.value < 1 || day.value > 31) return undefined;
  // "March 4:15" is a time.
  if (isMark(tokens[dayAt + 1], ":")) return undefined;
  return withYear(tokens, at, dayAt + 1, month, day.value);
}

function withYear(
  tokens: readonly DateToken[],
  at: number,
  afterDay: number,
  { calendar, month }: NamedMonth,
  day: number,
): ReadDay {
  const yearAt = skipJoint(tokens, afterDay, ".,،-/");
  const year = tokens[yearAt];
  const isYear =
    year?.kind === "number" && (year.digits === 4 || (year.digits === 2 && isMark(tokens[yearAt - 1], "-/")));
  if (!isYear) return { length: afterDay - at, calendar, month, day, isAmbiguous: false };
  const value = year.digits === 4 ? year.value : 2000 + year.value;
  return withDate({ length: yearAt + 1 - at, calendar, month, day, year: value, isAmbiguous: false });
}

/** A month of one to three words, with the second name that Arabic copy adds: "آذار/مارس", "مارس (آذار)". */
function readMonth(
  tokens: readonly DateToken[],
  at: number,
): (NamedMonth & { readonly length: number }) | undefined {
  const first = readMonthName(tokens, at);
  if (first === undefined) return undefined;
  const afterFirst = at + first.length;
  const nextAt = isMark(tokens[afterFirst], "/(-") ? afterFirst + 1 : afterFirst;
  const second = readMonthName(tokens, nextAt);
  if (second === undefined || second.month !== first.month || second.calendar !== first.calendar)
    return first;
  const end = nextAt + second.length;
  return { ...first, length: (isMark(tokens[end], ")") ? end + 1 : end) - at };
}

function readMonthName(
  tokens: readonly DateToken[],
  at: number,
): (NamedMonth & { readonly length: number }) | undefined {
  const [a, b] = [tokens[at], tokens[at + 1]];
  if (a?.kind !== "word") return undefined;
  const two = b?.kind === "word" ? monthOf(`${a.key} ${b.key}`) : undefined;
  if (two !== undefined) return { ...two, length: 2 };
  const one = monthOf(a.key);
  if (one === undefined) return undefined;
  // The full stop of an abbreviated month belongs to it.
  return { ...one, length: isMark(b, ".") && a.key.length <= 5 ? 2 : 1 };
}
