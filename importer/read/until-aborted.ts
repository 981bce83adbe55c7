import { Interrupted } from "../interrupted.ts";
import { unlessAborted } from "../unless-aborted.ts";

/**
 * Goes through a sequence until the signal is aborted, even while its next value is waited for. Closes it in any case;
 * one that waits for its next value by then may never come to that, and is not waited for.
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
