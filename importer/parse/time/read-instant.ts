import { isoOf } from "./iso-of.ts";
import type { Moment } from "./moment.ts";
import { readMoment } from "./read-moment.ts";

/** A point in time, or why the text has none. */
export type ReadInstant =
  { readonly kind: "instant"; readonly iso: string } | { readonly kind: "no-instant"; readonly why: string };

/**
 * Reads a text that must be a point in time, such as the end of an embargo.
 *
 * Pure. `why` completes a sentence about the text: it "has no time zone".
 */
export function readInstant(printed: string): ReadInstant {
  return toInstant(readMoment(printed));
}

/** Like {@link readInstant}, from a moment already read; `undefined` is an unreadable one. Pure. */
export function toInstant(moment: Moment | undefined): ReadInstant {
  switch (moment?.kind) {
    case "instant":
      return { kind: "instant", iso: isoOf(moment) };
    case "local":
      return { kind: "no-instant", why: "has no time zone" };
    case "day":
      return { kind: "no-instant", why: "has a day but no time" };
    case undefined:
      return { kind: "no-instant", why: "is not a readable date" };
  }
}
