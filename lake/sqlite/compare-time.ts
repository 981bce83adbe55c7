import { DateTime } from "groq-js";

const comparisons = {
  "<": (time: number, other: number): boolean => time < other,
  "<=": (time: number, other: number): boolean => time <= other,
  ">": (time: number, other: number): boolean => time > other,
  ">=": (time: number, other: number): boolean => time >= other,
} as const;

/**
 * The SQL function `compare_time(text, op, ms)`: what GROQ gives for `dateTime(text) op time`.
 *
 * @returns 1, 0, or `null` where the text is no time.
 */
export function compareTime(text: unknown, op: unknown, ms: unknown): 1 | 0 | null {
  const compare = Object.entries(comparisons).find(([name]) => name === op)?.[1];
  if (typeof text !== "string" || typeof ms !== "number" || !compare) return null;
  const { data } = DateTime.parseToValue(text);
  if (!(data instanceof DateTime)) return null;
  return compare(data.date.getTime(), ms) ? 1 : 0;
}
