import { readDates } from "../phrases/dates/read-dates.ts";
import { toMoment } from "../time/moment.ts";
import { readInstant, toInstant } from "../time/read-instant.ts";

/**
 * Returns when an embargo ends, as ISO 8601 with offset: from a machine-written date, or from the first line with a
 * date, a time and its zone. `undefined` for anything less: the end of an embargo is never guessed. Pure.
 */
export function embargoEndOf(printed: string): string | undefined {
  for (const line of printed.split("\n")) {
    const end = endIn(line);
    if (end !== undefined) return end;
  }
  return undefined;
}

function endIn(line: string): string | undefined {
  const read = readInstant(line);
  if (read.kind === "instant") return read.iso;
  for (const { date, ...rest } of readDates(line.slice(0, longestRead)).dates) {
    const end = toInstant(date === undefined ? undefined : toMoment({ ...rest, date }));
    if (end.kind === "instant") return end.iso;
  }
  return undefined;
}

/** Longer lines are not read as dates; an order states its time early. */
const longestRead = 165;
