import { isMonthFirst } from "../phrases/dates/is-month-first.ts";
import { readDates } from "../phrases/dates/read-dates.ts";
import { readProgramDate } from "../phrases/dates/read-program-date.ts";
import { type Moment, toMoment } from "./moment.ts";

/**
 * Reads a value that is only a date, in any format: first as programs print dates, then in words.
 *
 * Pure. `undefined` if it is not a date, does not exist, names several dates without saying which is that of
 * publication, or is ambiguous: "03/04/2026" is in March or in April, unless the language settles it. Dates of lunar calendars count only
 * where a person reads the text around them: calculated calendars differ by a day from observed ones.
 *
 * @param language Of the text that the date is of, as a BCP 47 tag, if it is known.
 */
export function readMoment(printed: string, language?: string): Moment | undefined {
  const program = readProgramDate(printed);
  if (program.kind === "impossible") return undefined;
  if (program.kind === "other-form") return readWords(printed, language);
  const moment = toMoment(program);
  // "5:42 PM ET": a program's form, but a zone that only words explain.
  const worded = moment.kind === "local" ? readWords(printed, language) : undefined;
  return worded?.kind === "instant" && worded.day === moment.day ? worded : moment;
}

function readWords(printed: string, language: string | undefined): Moment | undefined {
  const { dates, others, otherNumbers } = readDates(printed.trim(), language);
  const published = dates.filter(({ label }) => label === "published");
  const [found, ...more] = published.length > 0 ? published : dates;
  const isAlone = more.length === 0 && others === 0 && otherNumbers === 0;
  if (found?.date === undefined || !isAlone) return undefined;
  const isUnsure = found.isAmbiguous && isMonthFirst(language);
  if (isUnsure || found.calendar === "hijri" || found.label === "updated") return undefined;
  return toMoment({ ...found, date: found.date });
}
