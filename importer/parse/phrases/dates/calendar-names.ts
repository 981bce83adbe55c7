import names from "./calendar-names.json" with { type: "json" };

/** The words of a language that dates are written with. */
export interface CalendarNames {
  readonly language: string;
  /** All names of each month, from January on. */
  readonly months: readonly (readonly string[])[];
  readonly ethiopicMonths?: readonly (readonly string[])[];
  readonly weekdays: readonly string[];
  /** Other words that stand beside dates: "hour", "on". */
  readonly words?: readonly string[];
}

/**
 * Names of months and days in languages that have no lexicon or whose lexicon has none, from Unicode's CLDR; a name that
 * two languages use for different months belongs to the first, unless the language of the text is known.
 */
export const calendarNames: readonly CalendarNames[] = names;
