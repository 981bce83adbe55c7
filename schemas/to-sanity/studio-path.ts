import type { Path } from "sanity";
import { valueAt } from "../path.ts";

/**
 * Turns a Zod issue's path into the path of the Studio field that shows it.
 *
 * Studio names array members by `_key`, not by index. A path into Sanity's own members (`_ref`, `_type`, a slug's
 * `current`) ends at the field that holds them.
 */
export function toStudioPath(document: unknown, path: readonly PropertyKey[]): Path {
  const studioPath: Path = [];
  let value = document;
  for (const segment of path) {
    if (typeof segment === "symbol" || isKeptBySanity(value, segment)) break;
    const parent = value;
    value = valueAt(parent, [segment]);
    const key = Array.isArray(parent) ? valueAt(value, ["_key"]) : undefined;
    studioPath.push(typeof key === "string" ? { _key: key } : segment);
  }
  return studioPath;
}

const isKeptBySanity = (parent: unknown, segment: string | number): boolean =>
  String(segment).startsWith("_") || (segment === "current" && valueAt(parent, ["_type"]) === "slug");
