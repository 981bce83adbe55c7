import { readDates } from "../phrases/dates/read-dates.ts";
import { readDate } from "../time/read-date.ts";

/**
 * When an embargo ends: ISO 8601 with offset, of a date that a program printed or of the first line that names a day
 * with a time and its zone. `undefined` for anything less: the end of an embargo is never guessed. Pure.
 */
export function embargoEndOf(printed: string): string | undefined {
  for (const line of printed.split("\n")) {
    const end = endIn(line);
    if (end !== undefined) return end;
  }
  return undefined;
}

function endIn(line: string): string | undefined {
  const read = readDate(line);
  if (read.kind === "instant") return read.iso;
  for (const { date, time, offset } of readDates(line.slice(0, longestRead)).dates) {
    if (date === undefined || time === undefined || offset === undefined) continue;
    const clock = time.length === 5 ? `${time}:00` : time;
    return new Date(Date.parse(`${date}T${clock}Z`) - offset * 60_000).toISOString().replace(".000Z", "Z");
  }
  return undefined;
}

/** Longer lines are not read as dates; what an order says of its time, it says first. */
const longestRead = 165;
