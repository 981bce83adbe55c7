import { readDates } from "../phrases/dates/read-dates.ts";
import { readProgramDate } from "../phrases/dates/read-program-date.ts";
import { type Moment, toMoment } from "./moment.ts";

/**
 * Reads a value that is a date and nothing else, whatever format holds it: as programs print dates, else in words.
 *
 * Pure. `undefined` for what is no date, is a day that there is not, names several, or may be two: "03/04/2026" is in
 * March or in April. A day by the moon counts only where a person reads the text around it: calculated calendars
 * are a day off from those that are seen.
 */
export function readMoment(printed: string): Moment | undefined {
  const program = readProgramDate(printed);
  if (program.kind === "impossible") return undefined;
  if (program.kind === "other-form") return readWords(printed);
  const moment = toMoment(program);
  // "5:42 PM ET": the form is a program's, the zone is not.
  const worded = moment.kind === "local" ? readWords(printed) : undefined;
  return worded?.kind === "instant" && worded.day === moment.day ? worded : moment;
}

function readWords(printed: string): Moment | undefined {
  const { dates, others, otherNumbers } = readDates(printed.trim());
  const [found, ...more] = dates;
  const isAlone = more.length === 0 && others === 0 && otherNumbers === 0;
  if (found?.date === undefined || !isAlone) return undefined;
  if (found.isAmbiguous || found.calendar === "hijri" || found.label === "updated") return undefined;
  return toMoment({ ...found, date: found.date });
}
