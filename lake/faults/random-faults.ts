import type { Fault, FaultPlan } from "./fault.ts";

/** How often each fault happens, from 0 to 1. Default: never. */
export interface FaultRates {
  readonly seed: number;
  readonly latency?: number;
  readonly tooManyRequests?: number;
  readonly serverError?: number;
  readonly resetBefore?: number;
  readonly dropAnswer?: number;
  readonly slowBody?: number;
  /** Upper bound of latency and of slow bodies. */
  readonly maxDelayMs?: number;
}

/** Makes faults at random, the same ones for the same seed and order of requests. */
export function randomFaults(rates: FaultRates): FaultPlan {
  const random = randomNumbers(rates.seed);
  const delayMs = (): number => Math.round(random() * (rates.maxDelayMs ?? 50));
  const table: readonly (readonly [number | undefined, () => Fault])[] = [
    [rates.latency, () => ({ kind: "latency", delayMs: delayMs() })],
    [rates.tooManyRequests, () => ({ kind: "refuse", status: 429, retryAfterSeconds: 0 })],
    [rates.serverError, () => ({ kind: "refuse", status: 503 })],
    [rates.resetBefore, () => ({ kind: "reset-before" })],
    [rates.dropAnswer, () => ({ kind: "drop-answer" })],
    [rates.slowBody, () => ({ kind: "slow-body", delayMs: delayMs() })],
  ];
  return () => {
    let draw = random();
    for (const [rate = 0, make] of table) {
      if (draw < rate) return make();
      draw -= rate;
    }
    return undefined;
  };
}

/** Numbers from 0 up to 1 (the mulberry32 generator: small, seedable, good enough for tests). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
