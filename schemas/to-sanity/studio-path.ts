import type { Path } from "sanity";

/**
 * Turns a Zod issue's path into the path of the Studio field that shows it.
 *
 * Studio names array members by `_key`, not by index. A path into what Sanity keeps for itself (`_ref`, `_type`,
 * a slug's `current`) ends at the field that holds it.
 */
export function toStudioPath(document: unknown, path: readonly PropertyKey[]): Path {
  const studioPath: Path = [];
  let value = document;
  for (const segment of path) {
    if (typeof segment === "symbol" || isKeptBySanity(value, segment)) break;
    const parent = value;
    value = memberOf(parent, segment);
    const key = Array.isArray(parent) ? memberOf(value, "_key") : undefined;
    studioPath.push(typeof key === "string" ? { _key: key } : segment);
  }
  return studioPath;
}

/** The value at a path, or `undefined` where the path leads nowhere. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(memberOf, value);
}

const isKeptBySanity = (parent: unknown, segment: string | number): boolean =>
  String(segment).startsWith("_") || (segment === "current" && memberOf(parent, "_type") === "slug");

const memberOf = (value: unknown, name: PropertyKey): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
