import { comparable } from "./comparable.ts";

/** Whether two texts are the same apart from spelling, punctuation, and a part that one of them lacks. Pure. */
export function isSameText(first: string, second: string): boolean {
  const [a, b] = [comparable(first), comparable(second)];
  if (a === "" || b === "") return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short === long ||
    (short.length >= 8 && short.length >= 0.4 * long.length && long.includes(short)) ||
    overlap(first, second) >= 0.6
  );
}

function overlap(first: string, second: string): number {
  const [a, b] = [wordsOf(first), wordsOf(second)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size) < 3 ? Infinity : a.size + b.size - shared);
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
