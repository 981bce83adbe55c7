import { isoOf } from "./iso-of.ts";
import type { Moment } from "./moment.ts";
import { readMoment } from "./read-moment.ts";

/** A point in time, or why a text names none. */
export type ReadInstant =
  { readonly kind: "instant"; readonly iso: string } | { readonly kind: "no-instant"; readonly why: string };

/**
 * Reads what must be a point in time, such as the end of an embargo.
 *
 * Pure. `why` ends a sentence that begins with the text: it "names no zone".
 */
export function readInstant(printed: string): ReadInstant {
  return toInstant(readMoment(printed));
}

/** The same of a moment that was read already; `undefined` is one that could not be. Pure. */
export function toInstant(moment: Moment | undefined): ReadInstant {
  switch (moment?.kind) {
    case "instant":
      return { kind: "instant", iso: isoOf(moment) };
    case "local":
      return { kind: "no-instant", why: "names no zone" };
    case "day":
      return { kind: "no-instant", why: "names a day and no time" };
    case undefined:
      return { kind: "no-instant", why: "is no date that can be read" };
  }
}
