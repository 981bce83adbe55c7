import { isRecord } from "./dataset.ts";

/**
 * Gives every object in an array a `_key` if it has none, at any depth (`autoGenerateArrayKeys`).
 *
 * @param newKey Makes a key that is unique enough within one array.
 */
export function withArrayKeys(value: unknown, newKey: () => string): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => {
      const keyed = withArrayKeys(item, newKey);
      return isRecord(keyed) && keyed["_key"] === undefined ? { ...keyed, _key: newKey() } : keyed;
    });
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withArrayKeys(member, newKey)]),
  );
}
