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
  let isAborted = false;
  try {
    for (;;) {
      const { done, value } = await unlessAborted(signal, () => iterator.next());
      if (done) return;
      yield value;
    }
  } catch (error) {
    isAborted = error instanceof Interrupted;
    if (!isAborted) throw error;
  } finally {
    const closing = iterator.return?.();
    if (isAborted) closing?.catch(() => undefined);
    else await closing;
  }
}
