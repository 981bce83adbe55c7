type Sequence<Value> = AsyncGenerator<Value, void, undefined>;

/** Asks for the next value of a sequence while the last one is still being used. Closes the sequence when it is left. */
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
 * Joins sequences in their order, and asks up to `count` of them for their first values ahead of their turn: what takes
 * long elsewhere, as in another thread, then takes its time for several at once. Closes those that it has begun when it
 * is left.
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

/** Whoever stops listening must not be hit by the error of a value that nobody asked for. */
function askFor<Value>(values: Sequence<Value>): Promise<IteratorResult<Value, void>> {
  const next = values.next();
  next.catch(() => undefined);
  return next;
}
