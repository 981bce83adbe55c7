import { z } from "zod";

const day = z.iso.date();
/** `hh:mm:ss`, with a fraction if one is printed. */
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?$/);
/** As ISO 8601 writes it. */
const offset = z.string().regex(/^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/);

/**
 * When something happened, as precisely as a text says: a point in time, a clock time somewhere, or a day.
 *
 * A zone is never invented: a clock time without a stated zone stays a clock time.
 */
export const moment = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("instant"), day, clock, offset }),
  z.object({ kind: z.literal("local"), day, clock }),
  z.object({ kind: z.literal("day"), day }),
]);
export type Moment = z.infer<typeof moment>;

/** The parts of a date as printed; `time` is `hh:mm` or longer, `offset` as in ISO 8601. */
interface MomentParts {
  readonly date: string;
  readonly time?: string;
  readonly offset?: string;
}

/** Makes a moment from the parts that were read. Pure. A zone without a clock time is ignored. */
export function toMoment({ date, time, offset }: MomentParts): Moment {
  if (time === undefined) return { kind: "day", day: date };
  const clock = time.length === 5 ? `${time}:00` : time;
  return offset === undefined
    ? { kind: "local", day: date, clock }
    : { kind: "instant", day: date, clock, offset };
}
