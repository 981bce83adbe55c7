/** Queries are remembered by their text, whatever their parameters: most come from programs, again and again. */
interface SlowQueries {
  has(query: string): boolean;
  /** Remembers how it was the last time. */
  note(query: string, wasSlow: boolean): void;
}

const mostRemembered = 500;

/** Remembers which queries took long when they were asked last. */
export function slowQueries(): SlowQueries {
  // A Set remembers the order of insertion: the first entry is the oldest.
  const slow = new Set<string>();
  return {
    has: (query) => slow.has(query),
    note(query, wasSlow) {
      slow.delete(query);
      if (wasSlow) slow.add(query);
      for (const oldest of slow) {
        if (slow.size <= mostRemembered) break;
        slow.delete(oldest);
      }
    },
  };
}
