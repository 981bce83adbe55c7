import { Interrupted } from "../interrupted.ts";
import { unlessAborted } from "../unless-aborted.ts";

/**
 * Yields the values of a sequence until the signal is aborted, even while waiting for the next one. Always closes the
 * sequence; if it is still waiting for its next value, closing may never finish and is not awaited.
 */
export async function* untilAborted<Value>(
  values: AsyncIterable<Value>,
  signal: AbortSignal,
): AsyncGenerator<Value, void, undefined> {
  const iterator = values[Symbol.asyncIterator]();
  let isWaiting = false;
  const askForNext = (): Promise<IteratorResult<Value>> => {
    isWaiting = true;
    return iterator.next();
  };
  try {
    for (;;) {
      const { done, value } = await unlessAborted(signal, askForNext);
      isWaiting = false;
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  } finally {
    const closing = iterator.return?.();
    if (isWaiting) closing?.catch(() => undefined);
    else await closing;
  }
}
