import { setTimeout as wait } from "node:timers/promises";

const secondMs = 1_000;

/** A request that takes longer than this to be answered is taken to have arrived by then. */
const longestWayMs = 50;

interface Slot {
  /** Resolves when the request is on its way. */
  readonly sent: Promise<void>;
  sentAt: number;
  answeredAt: number | undefined;
}

/**
 * Sends so many requests in any one second, in the order they came; the others wait. Hosted Sanity refuses more than
 * 25 mutation requests a second (sanity.io/docs/content-lake/technical-limits).
 *
 * The second is the lake's, which counts from when a request arrives: some time between its sending and its answer.
 *
 * @param now Milliseconds on a clock that never goes back.
 */
export function pace(
  perSecond: number,
  now: () => number = () => performance.now(),
  pause: (milliseconds: number) => Promise<unknown> = (milliseconds) => wait(milliseconds),
): <T>(send: () => Promise<T>) => Promise<T> {
  const slots: Slot[] = [];
  const pauseUntil = async (moment: number): Promise<void> => {
    const left = Math.ceil(moment - now());
    if (left > 0) await pause(left);
  };

  return async (send) => {
    const before = slots.length < perSecond ? undefined : slots.shift();
    const sent = Promise.withResolvers<void>();
    const slot: Slot = { sent: sent.promise, sentAt: 0, answeredAt: undefined };
    slots.push(slot);
    if (before !== undefined) {
      await before.sent;
      await pauseUntil(before.sentAt + secondMs);
      const arrived = Math.min(before.answeredAt ?? Infinity, before.sentAt + longestWayMs);
      await pauseUntil(arrived + secondMs);
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
