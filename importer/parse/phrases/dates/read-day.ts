import { toIsoDate } from "./calendars.ts";
import type { DateToken } from "./date-tokens.ts";
import { longestMonthFrom, monthKey, monthOf, type Calendar, type NamedMonth } from "./date-words.ts";
import { afterYearWords } from "./year-words.ts";

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
 * Reads the date that begins at a token: "4 March 2024", "March 4", "2024-03-04", "4/3/2024", "4 آذار/مارس", "2024.
 * március 4." Pure.
 *
 * @param language Of the text, if it is known: some names are of different months in different languages.
 */
export function readDay(tokens: readonly DateToken[], at: number, language?: string): ReadDay | undefined {
  const line = { tokens, language };
  return (
    readNumeric(tokens, at) ?? readYearFirst(line, at) ?? readDayFirst(line, at) ?? readMonthFirst(line, at)
  );
}

interface DateLine {
  readonly tokens: readonly DateToken[];
  readonly language: string | undefined;
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

const jointWords = new Set(["st", "nd", "rd", "th", "er", "re", "of", "de", "del", "do", "من", "في", "ቀን"]);

const skipMarks = (tokens: readonly DateToken[], at: number): number =>
  isMark(tokens[at], ".,،") ? at + 1 : at;

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

/** "2024. március 4.", "2024 m. kovo 4 d.", "2024. gada 4. marts", "2024ko martxoak 4". */
function readYearFirst(line: DateLine, at: number): ReadDay | undefined {
  const { tokens } = line;
  const year = tokens[at];
  if (year?.kind !== "number" || year.digits !== 4) return undefined;
  const next = skipMarks(tokens, afterYearWords(tokens, at + 1));
  const read = readDayFirst(line, next) ?? readMonthFirst(line, next);
  if (read === undefined || read.year !== undefined) return undefined;
  return withDate({ ...read, length: next + read.length - at, year: year.value });
}

function readDayFirst(line: DateLine, at: number): ReadDay | undefined {
  const { tokens } = line;
  const day = tokens[at];
  if (day?.kind !== "number" || day.digits > 2 || day.value < 1 || day.value > 31) return undefined;
  const monthAt = skipJoint(tokens, skipOrdinal(line, at + 1), ".,،ºª°-/");
  const month = readMonth(line, monthAt);
  if (month === undefined) return undefined;
  return withYear(tokens, at, monthAt + month.length, month, day.value);
}

/** "4th", "4-го", "1ste": the ending of a day, right behind its number. */
function skipOrdinal(line: DateLine, at: number): number {
  const isHyphen = isMark(line.tokens[at], "-") && line.tokens[at]?.isJoined === true;
  const endingAt = isHyphen ? at + 1 : at;
  const ending = line.tokens[endingAt];
  const isEnding = ending?.kind === "word" && ending.isJoined && ending.key.length <= longestEnding;
  return isEnding && readMonthName(line, endingAt) === undefined ? endingAt + 1 : at;
}

const longestEnding = 4;

function readMonthFirst(line: DateLine, at: number): ReadDay | undefined {
  const { tokens } = line;
  const month = readMonth(line, at);
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
  return withDate({
    length: afterYearWords(tokens, yearAt + 1) - at,
    calendar,
    month,
    day,
    year: value,
    isAmbiguous: false,
  });
}

/** A month, with the second name that Arabic copy adds: "آذار / مارس", "مارس (آذار)". */
function readMonth(line: DateLine, at: number): MonthName | undefined {
  const { tokens } = line;
  const first = readMonthName(line, at);
  if (first === undefined) return undefined;
  const afterFirst = at + first.length;
  const nextAt = isMark(tokens[afterFirst], "/(-–—") ? afterFirst + 1 : afterFirst;
  const second = readMonthName(line, nextAt);
  if (second === undefined || second.month !== first.month || second.calendar !== first.calendar)
    return first;
  const end = nextAt + second.length;
  return { ...first, length: (isMark(tokens[end], ")") ? end + 1 : end) - at };
}

type MonthName = NamedMonth & { readonly length: number };

function readMonthName({ tokens, language }: DateLine, at: number): MonthName | undefined {
  const longest = longestMonthFrom(wordOf(tokens[at]));
  const words = tokens.slice(at, at + longest).map((token) => wordOf(token));
  const end = words.indexOf("");
  for (let length = end < 0 ? words.length : end; length >= 1; length -= 1) {
    const key = words.slice(0, length).join(" ");
    const month = monthOf(key, language);
    if (month === undefined) continue;
    // The full stop of an abbreviated month belongs to it.
    const isShort = length === 1 && key.length <= 5 && isMark(tokens[at + 1], ".");
    return { ...month, length: isShort ? 2 : length };
  }
  return readDottedMonth({ tokens, language }, at);
}

/** "มี.ค.": an abbreviation of several words. */
function readDottedMonth({ tokens, language }: DateLine, at: number): MonthName | undefined {
  const [first, point, second, last] = tokens.slice(at, at + 4);
  if (!isMark(point, ".") || second?.isJoined !== true) return undefined;
  const month = monthOf(wordOf(first) + wordOf(second), language);
  return month && { ...month, length: isMark(last, ".") ? 4 : 3 };
}

const wordOf = (token: DateToken | undefined): string => (token?.kind === "word" ? monthKey(token.text) : "");
