import { Interrupted } from "./interrupted.ts";

/**
 * Starts something and waits for it, but only until the signal is aborted. The work then goes on by itself, unless the
 * signal ends it too.
 *
 * @throws {Interrupted} As soon as the signal is aborted; nothing is started if it already is.
 */
export async function unlessAborted<Value>(signal: AbortSignal, begin: () => Promise<Value>): Promise<Value> {
  if (signal.aborted) throw new Interrupted();
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(new Interrupted());
  // A new promise for each wait: one that outlives many races would keep all their results in memory.
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([aborted.promise, begin()]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
