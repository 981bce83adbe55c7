import { setTimeout as wait } from "node:timers/promises";
import { unlessAborted } from "../unless-aborted.ts";

const secondMs = 1_000;

/** A request that is not answered within this time is assumed to have arrived by then. */
const longestWayMs = 50;

interface Slot {
  /** Resolves when the request is on its way. */
  readonly sent: Promise<void>;
  sentAt: number;
  answeredAt: number | undefined;
}

/**
 * Limits the number of requests in any one second, in the order they came; the others wait. Hosted Sanity refuses more
 * than 25 mutation requests a second (sanity.io/docs/content-lake/technical-limits).
 *
 * The second is the lake's, which counts from when a request arrives: some time between its sending and its answer.
 *
 * @param perSecond `Infinity` for no limit.
 * @param now Milliseconds on a clock that never goes back.
 * @returns A function that sends a request in its turn, unless the signal is aborted before that.
 */
export function pace(
  perSecond: number,
  now: () => number = () => performance.now(),
  pause: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown> = pauseUntilAborted,
): <T>(send: () => Promise<T>, signal?: AbortSignal) => Promise<T> {
  if (perSecond === Infinity) return (send) => send();
  const slots: Slot[] = [];
  const pauseUntil = async (moment: number, signal: AbortSignal | undefined): Promise<void> => {
    const left = Math.ceil(moment - now());
    if (left > 0) await pause(left, signal);
  };

  return async (send, signal) => {
    const before = slots.length < perSecond ? undefined : slots.shift();
    const sent = Promise.withResolvers<void>();
    const slot: Slot = { sent: sent.promise, sentAt: 0, answeredAt: undefined };
    slots.push(slot);
    if (before !== undefined) {
      await before.sent;
      try {
        await pauseUntil(before.sentAt + secondMs, signal);
        const arrived = Math.min(before.answeredAt ?? Infinity, before.sentAt + longestWayMs);
        await pauseUntil(arrived + secondMs, signal);
      } catch (error) {
        // An abandoned turn leaves the next one waiting for the same request.
        slot.sentAt = before.sentAt;
        slot.answeredAt = before.answeredAt;
        sent.resolve();
        throw error;
      }
    }
    slot.sentAt = now();
    sent.resolve();
    try {
      return await send();
    } finally {
      slot.answeredAt = now();
    }
  };
}

const pauseUntilAborted = (milliseconds: number, signal: AbortSignal | undefined): Promise<unknown> =>
  signal === undefined
    ? wait(milliseconds)
    : unlessAborted(signal, () => wait(milliseconds, undefined, { signal }));
