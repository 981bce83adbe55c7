import { isoOf } from "./iso-of.ts";
import type { Moment } from "./moment.ts";

/** What a story says of its publication, in the form that articles keep it in. */
export interface PublicationTime {
  /** ISO 8601 with the offset that was stated; else the day alone. */
  readonly value: string;
  /** Why there is no more than a day, as a rule of the evidence; absent if there is. */
  readonly rule?: "time-without-zone" | "day-without-time";
}

/**
 * When a story was published, from what is printed: the one policy of all formats.
 *
 * Pure. An hour without its zone is no point in time. It is left to the evidence, and the day is taken.
 */
export function toPublicationTime(moment: Moment): PublicationTime {
  switch (moment.kind) {
    case "instant":
      return { value: isoOf(moment) };
    case "local":
      return { value: moment.day, rule: "time-without-zone" };
    case "day":
      return { value: moment.day, rule: "day-without-time" };
  }
}
