/** Events as they arrive, to be awaited one by one. */
export interface EventLog<Event> {
  push(event: Event): void;
  /** The next event that nobody has taken yet, when it is there. */
  next(): Promise<Event>;
  /** Events that arrived and were not taken. */
  readonly waiting: readonly Event[];
}

export function eventLog<Event>(): EventLog<Event> {
  const waiting: Event[] = [];
  const takers: ((event: Event) => void)[] = [];
  return {
    waiting,
    push(event) {
      const taker = takers.shift();
      if (taker) taker(event);
      else waiting.push(event);
    },
    async next() {
      const event = waiting.shift();
      return event ?? new Promise((resolve) => takers.push(resolve));
    },
  };
}
