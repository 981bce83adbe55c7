/**
 * Keeps what is dear to make, as long as it is asked for.
 *
 * @param most How many are kept; the one that was not asked for the longest goes first.
 */
export function recentlyUsed<Value>(most: number): (key: string, make: () => Value) => Value {
  // A Map remembers the order of insertion: the first entry is the least recently used.
  const entries = new Map<string, { readonly value: Value }>();
  return (key, make) => {
    const entry = entries.get(key) ?? { value: make() };
    entries.delete(key);
    entries.set(key, entry);
    for (const [oldest] of entries) {
      if (entries.size <= most) break;
      entries.delete(oldest);
    }
    return entry.value;
  };
}
