import { readDates } from "../phrases/dates/read-dates.ts";
import { type Moment, toMoment } from "./moment.ts";

/** A date that a line is about. */
export interface DateOfLine {
  readonly moment: Moment;
  /** What the line says it is of; absent if it does not say. */
  readonly label?: "published" | "updated";
  /** Whether day and month may be the other way round: "03/04/2026". */
  readonly isAmbiguous: boolean;
  /** Whether it was converted from a calendar whose days begin with an observed moon. */
  readonly isObserved: boolean;
}

/** Words beside a date, in a line that also has a time or a label. */
const mostOthers = 3;

/** The dates of a line that says when a story was published, and little else; none for a sentence. Pure. */
export function datesOfLine(line: string): DateOfLine[] {
  const { dates, others, isLabelled } = readDates(line);
  const isTimed = isLabelled || dates.some(({ time }) => time !== undefined);
  if (others > (isTimed ? mostOthers : 1)) return [];
  return dates.flatMap(({ date, time, offset, label, isAmbiguous, calendar }) =>
    date === undefined
      ? []
      : {
          moment: toMoment({
            date,
            ...(time === undefined ? {} : { time }),
            ...(offset === undefined ? {} : { offset }),
          }),
          ...(label === undefined ? {} : { label }),
          isAmbiguous,
          isObserved: calendar === "hijri",
        },
  );
}
