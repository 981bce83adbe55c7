import type { Condition, Page } from "../core/dataset.ts";
import { membersRow, targetsIn, wordsHeld } from "./condition-access.ts";
import type { ConditionPlace, Fragment } from "./condition-place.ts";
import { conditionSql } from "./condition-sql.ts";
import { typeOfAll } from "./key-indexes.ts";
import { numberFound } from "./number-found.ts";
import { isUpdatedAt } from "./order-access.ts";
import type { Access, PageMeans, Rows } from "./page-means.ts";

/**
 * Whether a page of documents that have some words, or refer to something, is rather full by walking through a list in its
 * order than by finding all of them: they may be of other types, or all at the end of the list. What is walked without success
 * costs no more than finding them.
 */
export function isSoonFull(
  { rows, place }: Access,
  found: readonly Condition[],
  page: Page,
  means: PageMeans,
): boolean {
  const [only, ...more] = found;
  const { to = Infinity } = page;
  const number = only && more.length === 0 ? numberFound(only, means) : 0;
  if (number >= means.many) return true;
  if (!only || number <= to) return false;
  const newest = firstRows(rows, page, number, means.dataset);
  const isOne = conditionSql(askedOfIndex(only, place), { ...place, checkedBy: "d" });
  return (
    means.count({
      sql: `SELECT count(*) AS number FROM (SELECT 1 FROM (${newest.sql}) d WHERE ${isOne.sql} LIMIT ${to})`,
      values: [...newest.values, ...isOne.values],
    }) >= to
  );
}

/** What an index says of a condition, so that no document is read. */
function askedOfIndex(condition: Condition, place: ConditionPlace): Condition {
  const targets = targetsIn(condition);
  if (targets) return { kind: "reference", values: targets };
  const isByMembers = membersRow(condition, place) !== undefined;
  const words = condition.kind === "holds" && !isByMembers ? wordsHeld(condition) : undefined;
  return words ? { kind: "text", words } : condition;
}

/** In the time in which one document is found by its number or id, so many rows of a list are walked, or of an index of values. */
const walkedPerFound = { list: 32, index: 3 } as const;

/**
 * The statement that gives the `id` and `rowid` of the first rows of a walk, as many as are walked in the time in which so many
 * documents are found. It is an estimate: what a view hides counts too.
 */
function firstRows(
  { first, merged, within }: Rows,
  { condition, order = [] }: Page,
  number: number,
  dataset: string,
): Fragment {
  const direction = order[0]?.descending && !within ? "DESC" : "ASC";
  if (first !== "d") {
    const { sql, values } = within ?? { sql: "TRUE", values: [] };
    return {
      sql: `SELECT d.id, d.rowid FROM (SELECT ${first}.id FROM indexed_values ${first} INDEXED BY indexed_values_by_value WHERE ${first}.number = ${first.slice(1)} AND ${sql} ORDER BY ${first}.kind ${direction}, ${first}.value ${direction} LIMIT ${number * walkedPerFound.index}) v CROSS JOIN documents d WHERE d.dataset = ? AND d.id = v.id`,
      values: [...values, dataset],
    };
  }
  const types = merged ?? [typeOfAll(condition) ?? ""];
  const isTimed = order[0] !== undefined && isUpdatedAt(order[0].key);
  const column = isTimed ? "updated" : "id";
  const index = `documents_by_${isTimed ? "time" : "type"}`;
  const one = `SELECT id, rowid, ${column} FROM documents INDEXED BY ${index} WHERE dataset = ? AND type = ?`;
  return {
    sql: `${types.map(() => one).join(" UNION ALL ")} ORDER BY ${column} ${direction} LIMIT ${number * walkedPerFound.list}`,
    values: types.flatMap((type) => [dataset, type]),
  };
}
