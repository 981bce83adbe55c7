import { referenceStrength } from "../../../schemas/index.ts";

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Whether two JSON values are equal. The order of object members does not count, an absent member equals `undefined`,
 * an absent array equals an empty one, and the strength of references does not count.
 */
export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) || Array.isArray(right)) {
    const [a, b] = [left ?? [], right ?? []];
    if (!Array.isArray(a) || !Array.isArray(b)) return false;
    return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  if (!isRecord(left) || !isRecord(right)) return false;
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  for (const name of names) {
    if (!referenceStrength.has(name) && !sameValue(left[name], right[name])) return false;
  }
  return true;
}
