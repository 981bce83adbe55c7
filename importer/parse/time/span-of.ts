import { isoOf } from "./iso-of.ts";
import type { Moment } from "./moment.ts";

/** The earliest and latest time of a moment, in milliseconds since 1970. */
export interface Span {
  readonly earliest: number;
  readonly latest: number;
}

const hourMs = 3_600_000;
/** Kiribati has the world's earliest clocks, Baker Island the latest. */
const [ahead, behind] = [14 * hourMs, 12 * hourMs];

/**
 * Returns when a moment may have been, whatever its zone: two moments whose spans overlap may be the same. Pure. A
 * day is not its midnight, so it is not before anything that happened on it.
 */
export function spanOf(moment: Moment): Span {
  switch (moment.kind) {
    case "instant": {
      const at = Date.parse(isoOf(moment));
      return { earliest: at, latest: at };
    }
    case "local": {
      const shown = Date.parse(`${moment.day}T${moment.clock}Z`);
      return { earliest: shown - ahead, latest: shown + behind };
    }
    case "day": {
      const midnight = Date.parse(`${moment.day}T00:00:00Z`);
      return { earliest: midnight - ahead, latest: midnight + 24 * hourMs - 1 + behind };
    }
  }
}
