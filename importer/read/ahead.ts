type Sequence<Value> = AsyncGenerator<Value, void, undefined>;

/** Requests the next value of a sequence while the last one is still in use. Closes the sequence when the loop ends. */
export async function* oneAhead<Value>(values: Sequence<Value>): Sequence<Value> {
  let next = askFor(values);
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = askFor(values);
      yield value;
    }
  } finally {
    await values.return();
  }
}

/**
 * Joins sequences in their order, and requests the first values of up to `count` of them ahead of their turn, so that
 * slow work elsewhere, as in another thread, runs for several at once. Closes those it has started when the loop ends.
 */
export async function* firstsAhead<Value>(
  sequences: Iterable<Sequence<Value>>,
  count: number,
): Sequence<Value> {
  const begun: { readonly values: Sequence<Value>; readonly first: Promise<IteratorResult<Value, void>> }[] =
    [];
  try {
    for (const values of sequences) {
      begun.push({ values, first: askFor(values) });
      if (begun.length >= count) yield* rest();
    }
    while (begun.length > 0) yield* rest();
  } finally {
    await Promise.allSettled(begun.map(({ values }) => values.return()));
  }

  async function* rest(): Sequence<Value> {
    const [next] = begun;
    if (next === undefined) return;
    const { done, value } = await next.first;
    if (!done) {
      yield value;
      yield* next.values;
    }
    begun.shift();
  }
}

/** A consumer that stops early must not be hit by the error of a value that it never requested. */
function askFor<Value>(values: Sequence<Value>): Promise<IteratorResult<Value, void>> {
  const next = values.next();
  next.catch(() => undefined);
  return next;
}
