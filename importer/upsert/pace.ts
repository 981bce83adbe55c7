import { setTimeout as wait } from "node:timers/promises";

/** A little more than the second that the lake counts in: requests do not all take equally long to arrive. */
const windowMs = 1_020;

/**
 * Lets so many through in any one second, in the order they came; the others wait. Hosted Sanity refuses more than
 * 25 mutation requests a second (sanity.io/docs/content-lake/technical-limits).
 *
 * @param now Milliseconds on a clock that never goes back.
 */
export function pace(
  perSecond: number,
  now: () => number = () => performance.now(),
  pause: (milliseconds: number) => Promise<unknown> = (milliseconds) => wait(milliseconds),
): () => Promise<void> {
  const starts: number[] = [];
  return async () => {
    const at = now();
    const earliest = starts.length < perSecond ? at : (starts.shift() ?? at) + windowMs;
    starts.push(Math.max(at, earliest));
    if (earliest > at) await pause(Math.ceil(earliest - at));
  };
}
