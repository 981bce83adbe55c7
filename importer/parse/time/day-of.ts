import { readMoment } from "./read-moment.ts";

/** The day that a value names, in its own time zone; `undefined` if it is not a date. Pure. */
export const dayOf = (printed: string | undefined): string | undefined => readMoment(printed ?? "")?.day;
