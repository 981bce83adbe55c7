import { z } from "zod";

const day = z.iso.date();
/** `hh:mm:ss`, with a fraction if one is printed. */
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?$/);
/** As ISO 8601 writes it. */
const offset = z.string().regex(/^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/);

/**
 * When something was, as far as a text says: a point in time, what a clock showed somewhere, or a day.
 *
 * A zone is never invented: a clock whose zone is not stated stays a clock.
 */
export const moment = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("instant"), day, clock, offset }),
  z.object({ kind: z.literal("local"), day, clock }),
  z.object({ kind: z.literal("day"), day }),
]);
export type Moment = z.infer<typeof moment>;

/** What a text may say of a moment; `time` is `hh:mm` or more, `offset` as ISO 8601 writes it. */
interface MomentParts {
  readonly date: string;
  readonly time?: string;
  readonly offset?: string;
}

/** Makes a moment of what was read. Pure. A zone without a clock says nothing. */
export function toMoment({ date, time, offset }: MomentParts): Moment {
  if (time === undefined) return { kind: "day", day: date };
  const clock = time.length === 5 ? `${time}:00` : time;
  return offset === undefined
    ? { kind: "local", day: date, clock }
    : { kind: "instant", day: date, clock, offset };
}
