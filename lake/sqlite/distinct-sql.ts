import type { DocumentKey, Page, Scalar } from "../core/dataset.ts";
import { valueKinds } from "../core/value-kinds.ts";
import { accessTo, byIndex, idOfRow } from "./access-to.ts";
import { rowOf, type Fragment } from "./condition-place.ts";
import type { PageMeans } from "./page-means.ts";
import { joinedSql, whereSql } from "./page-sql.ts";
import { isPublishedSql, isSeenInDraftsSql } from "./seen-sql.ts";
import type { Row } from "./statements.ts";
import { isDrafts, isPublished } from "./view-sql.ts";

/** More values than these are found sooner by looking at all rows than by going from each value to the next. */
export const mostSteps = 200;

/**
 * The statement for the different values of a key, which must have an index, in the documents of a view for which a condition
 * holds: `kind`, `value` and `missing`, in the order of the first document that has them, and the `number` of documents.
 */
export function distinctSql(
  means: PageMeans,
  key: DocumentKey,
  { condition, view }: Pick<Page, "condition" | "view">,
): { readonly all: Fragment; readonly byStep?: Fragment } {
  const access = accessTo(means, { condition, view });
  const row = rowOf(key, access.place);
  if (row === undefined) throw new TypeError(`BUG: there is no index of ${String(key)}`);
  const isList = access.rows.first === "d" && access.rows.isListed;
  const { rows, place } = isList ? byIndex(row, condition, access.place) : access;
  const where = whereSql(rows, place);
  const id = idOfRow(rows, view);
  const joined = joinedSql(rows, `${row}.kind ${id} ${where.sql}`, place.dataset);
  const all = {
    sql: `SELECT ${row}.kind, ${row}.value, ${row}.missing, min(${id}) AS first, count(*) AS number FROM ${joined.from} WHERE ${joined.where}${where.sql} GROUP BY 1, 2, 3 ORDER BY first`,
    values: [...joined.values, ...where.values],
  };
  const isWhole = rows.first === row && rows.condition.kind === "everything";
  if (!isWhole || !(isDrafts(view) || isPublished(view))) return { all };
  const number = row.slice(1);
  const next = (after: string): string =>
    `SELECT n.id FROM indexed_values n${rows.index} WHERE n.number = ${number} AND ${isDrafts(view) ? isSeenInDraftsSql("n") : isPublishedSql("n")}${after} ORDER BY n.kind, n.value, n.published_id LIMIT 1`;
  const columns = "v.kind, v.value, v.missing, v.published_id";
  const one = `indexed_values v WHERE v.number = ${number} AND v.id`;
  return {
    all,
    byStep: {
      sql: `WITH RECURSIVE seen (kind, value, missing, first) AS (
        SELECT ${columns} FROM ${one} = (${next("")})
        UNION ALL SELECT ${columns} FROM seen CROSS JOIN ${one} = (${next(" AND (n.kind, n.value) > (seen.kind, seen.value)")})
        LIMIT ${mostSteps + 1}
      ) SELECT kind, value, missing FROM seen ORDER BY first`,
      values: [],
    },
  };
}

/** The numbers of documents by the values of such rows; `undefined` where an index does not have them as they are. */
export function numbersByValue(rows: readonly Row[]): ReadonlyMap<Scalar, number> | undefined {
  const known = rows.filter(({ kind, missing }) => kind !== valueKinds.other || missing === 1);
  const values = distinctValues(known);
  return values && new Map(values.map((value, index) => [value, Number(known[index]?.["number"])]));
}

/** The values of such rows; `undefined` where an index does not have them as they are. */
export function distinctValues(rows: readonly Row[]): readonly Scalar[] | undefined {
  const values = rows.map(({ kind, value, missing }): Scalar | undefined => {
    if (kind === valueKinds.number) return Number(value);
    // Half of a character is in an index as this one.
    if (kind === valueKinds.text) return String(value).includes("\ufffd") ? undefined : String(value);
    if (kind === valueKinds.boolean) return value === 1;
    return missing === 1 ? null : undefined;
  });
  return values.includes(undefined) ? undefined : values.filter((value) => value !== undefined);
}
