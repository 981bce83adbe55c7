/**
 * Acts on items while earlier results are still being used: up to `count` are under way or waiting at a time.
 *
 * Results come in the order of the items. `act` must not reject.
 */
export async function* mapAhead<Item, Result>(
  items: Iterable<Item>,
  count: number,
  act: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const ahead: Promise<Result>[] = [];
  for (const item of items) {
    ahead.push(act(item));
    if (ahead.length < count) continue;
    const first = ahead.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of ahead) yield await result;
}

/** Asks for the next value of a sequence while the last one is still being used. */
export async function* oneAhead<Value>(
  values: AsyncGenerator<Value, void, undefined>,
): AsyncGenerator<Value, void, undefined> {
  let next = values.next();
  // Whoever stops listening must not be hit by the error of a value that nobody asked for.
  next.catch(() => undefined);
  for (;;) {
    const { done, value } = await next;
    if (done) return;
    next = values.next();
    next.catch(() => undefined);
    yield value;
  }
}
