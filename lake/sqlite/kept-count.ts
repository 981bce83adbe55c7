import type { Condition, View } from "../core/dataset.ts";
import type { Fragment } from "./condition-place.ts";
import { isIn } from "./condition-sql.ts";
import { isDrafts, isPublished } from "./view-sql.ts";

/**
 * The statement for the `number` of all documents of some types, which is kept; `undefined` where more is asked of them, or in a
 * view of which no numbers are kept.
 *
 * @param most Counts no further.
 */
export function keptCountSql(
  dataset: string,
  condition: Condition,
  view: View,
  most: number = Number.MAX_SAFE_INTEGER,
): Fragment | undefined {
  const column = columnFor(view);
  const types =
    condition.kind === "everything"
      ? { sql: "TRUE", values: [] }
      : condition.kind === "type" && isIn("type", condition.values);
  if (column === undefined || !types) return undefined;
  return {
    sql: `SELECT min(ifnull(sum(${column}), 0), ?) AS number FROM document_counts WHERE dataset = ? AND ${types.sql}`,
    values: [most, dataset, ...types.values],
  };
}

function columnFor(view: View): string | undefined {
  if (isDrafts(view)) return "seen_in_drafts";
  if (isPublished(view)) return "published";
  return view.layers || view.withoutVersions ? undefined : "stored";
}
