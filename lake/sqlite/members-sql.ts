import type { Condition, Scalar } from "../core/dataset.ts";
import { indexedScalar } from "../core/value-kinds.ts";
import { membersRow } from "./condition-access.ts";
import type { ConditionPlace, Fragment } from "./condition-place.ts";

/** The rows of an index of what lists hold, each named `m`. */
const membersIn = (row: string): string => `indexed_members m WHERE m.number = ${row.slice(1)}`;

/**
 * That the list of a document holds a value, by the row of an index that {@link membersRow} names. `undefined` for any other
 * condition, and where there is no index. Where a document has no such list this is false, and not unknown.
 */
export function memberSql(condition: Condition, place: ConditionPlace): Fragment | undefined {
  const row = membersRow(condition, place);
  if (row === undefined || condition.kind !== "holds") return undefined;
  if (place.led === condition) return isMember(row, condition.value);
  const { sql, values } = isMember("m", condition.value);
  const id = `${place.checkedBy ?? "d"}.id`;
  return { sql: `EXISTS (SELECT 1 FROM ${membersIn(row)} AND m.id = ${id} AND ${sql})`, values };
}

/** The statement that gives a column of all rows for a condition that {@link memberSql} knows. */
export function membersFound(
  condition: Condition,
  place: Pick<ConditionPlace, "indexes">,
  column: string,
): Fragment | undefined {
  const row = membersRow(condition, place);
  if (row === undefined || condition.kind !== "holds") return undefined;
  const { sql, values } = isMember("m", condition.value);
  return { sql: `SELECT ${column} FROM ${membersIn(row)} AND ${sql}`, values };
}

function isMember(row: string, value: Scalar): Fragment {
  if (value === null) throw new TypeError("BUG: there is no index of null");
  const indexed = indexedScalar(value);
  return { sql: `(${row}.kind = ${indexed.kind} AND ${row}.value = ?)`, values: [indexed.value] };
}
