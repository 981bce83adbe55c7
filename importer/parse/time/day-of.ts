import { readMoment } from "./read-moment.ts";

/** The day that a value names, as its own place has it; `undefined` for what is no date. Pure. */
export const dayOf = (printed: string | undefined): string | undefined => readMoment(printed ?? "")?.day;
