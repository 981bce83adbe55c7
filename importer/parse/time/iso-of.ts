import type { Moment } from "./moment.ts";

/** A point in time in ISO 8601, with the stated offset. Pure. */
export const isoOf = ({ day, clock, offset }: Extract<Moment, { kind: "instant" }>): string =>
  `${day}T${clock}${offset}`;
