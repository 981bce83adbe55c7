import { matchKey } from "../lexicons/match-key.ts";
import type { ObservedLine } from "./observe-lines.ts";

/**
 * Whether a word of some names occurs in other lines: then they are hardly names of authors, in a script that gives
 * names no form of their own. Pure.
 */
export function hasWordsOf(lines: readonly ObservedLine[], names: readonly string[]): boolean {
  const own = names.flatMap((name) => matchKey(name).split(" "));
  const words = new Set(lines.flatMap(({ text }) => matchKey(text).split(" ")));
  // Arabic and Hebrew write small words together with the next.
  return own.some(
    (word) => words.has(word) || (word.length > 3 && words.values().some((other) => other.includes(word))),
  );
}
