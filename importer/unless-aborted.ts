import { Interrupted } from "./interrupted.ts";

/**
 * Begins something and waits for it, but no longer than until the signal is aborted. What was begun goes on by itself
 * then, unless the signal ends it too.
 *
 * @throws {Interrupted} As soon as the signal is aborted; nothing is begun if it is already.
 */
export async function unlessAborted<Value>(signal: AbortSignal, begin: () => Promise<Value>): Promise<Value> {
  if (signal.aborted) throw new Interrupted();
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(new Interrupted());
  // Anew for each wait: a promise that outlives many races keeps whatever each of them has given.
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([aborted.promise, begin()]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
