import type { Condition, View } from "../core/dataset.ts";
import { accessTo } from "./access-to.ts";
import type { Fragment } from "./condition-place.ts";
import { conditionSql } from "./condition-sql.ts";
import { stoppable } from "./define-functions.ts";
import type { PageMeans } from "./page-means.ts";
import { joinedSql, whereSql } from "./page-sql.ts";

/** SQLite gives no more columns than 2,000. */
const mostColumns = 200;

/**
 * The statement that counts documents of one type for several conditions, as `n0`, `n1`, …, with one look at each document: for
 * those of the conditions that no index answers. `undefined` if there are not at least two of them.
 */
export function jointCountsSql(
  means: PageMeans,
  type: string,
  conditions: readonly Condition[],
  view: View,
): { readonly counted: readonly Condition[]; readonly statement: Fragment } | undefined {
  const counted = conditions
    .filter((condition) => isReadThrough(means, condition, view))
    .slice(0, mostColumns);
  if (counted.length < 2) return undefined;
  const { rows, place } = accessTo(means, { condition: { kind: "type", values: [type] }, view });
  const where = whereSql(rows, place);
  const columns = counted.map((condition, index): Fragment => {
    const { sql, values } = conditionSql(condition, place);
    return { sql: `count(*) FILTER (WHERE ${sql}) AS n${index}`, values };
  });
  const selected = columns.map(({ sql }) => sql).join(", ");
  const joined = joinedSql(rows, `${selected} ${where.sql}`, means.dataset);
  return {
    counted,
    statement: {
      sql: `SELECT ${selected} FROM ${joined.from} WHERE ${joined.where}${stoppable} AND ${where.sql}`,
      values: [...columns.flatMap(({ values }) => values), ...joined.values, ...where.values],
    },
  };
}

/** Whether to count the documents for which a condition holds takes a look at each of its type. */
function isReadThrough(means: PageMeans, condition: Condition, view: View): boolean {
  const { rows, place } = accessTo(means, { condition, view });
  return rows.first === "d" && rows.isListed && whereSql(rows, place).sql.includes("d.content");
}
