import { isoOf } from "./iso-of.ts";
import type { Moment } from "./moment.ts";

/** The publication time of a story in the form that articles store. */
export interface PublicationTime {
  /** ISO 8601 with the stated offset, or the day alone. */
  readonly value: string;
  /** Why only a day is given, as a rule of the evidence; absent otherwise. */
  readonly rule?: "time-without-zone" | "day-without-time";
}

/**
 * Returns when a story was published, from the printed date: the one policy for all formats.
 *
 * Pure. A time without a zone is no point in time: it stays in the evidence, and only the day is kept.
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
