/**
 * Finds where a string stands next at or after a place, and -1 if nowhere: going through a text in its order takes time
 * linear in it, however often this is asked. Pure but for what it remembers.
 */
export function nextOf(text: string, searched: string): (from: number) => number {
  let found = { from: Infinity, at: -1 };
  return (from) => {
    const isKnown = from >= found.from && (found.at === -1 || found.at >= from);
    if (!isKnown) found = { from, at: text.indexOf(searched, from) };
    return found.at;
  };
}
