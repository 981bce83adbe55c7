import type { Condition, OrderKey, Page, View } from "../core/dataset.ts";
import { valueKinds } from "../core/value-kinds.ts";
import { accessTo, idColumn, idOfRow } from "./access-to.ts";
import { columnOf, rowOf, type ConditionPlace, type Fragment } from "./condition-place.ts";
import { decidingKeys, rowInFull } from "./order-access.ts";
import { conditionSql, jsonPath, typeOf } from "./condition-sql.ts";
import { stoppable } from "./define-functions.ts";
import { keptCountSql } from "./kept-count.ts";
import { isOfKindSql, kindSql } from "./json-kinds.ts";
import type { PageMeans, Rows } from "./page-means.ts";
import { isSeenInDraftsSql } from "./seen-sql.ts";
import { isDrafts, viewSql } from "./view-sql.ts";

/** The statement that selects `id`, `revision`, `type` and `size` of the documents of a page, in its order. */
export function pageSql(means: PageMeans, page: Page): Fragment {
  const { rows, place } = accessTo(means, page);
  const found = rows.merged ? mergedSql(rows, rows.merged, place, page) : foundSql(rows, place, page);
  const same = found.key === "rowid" ? "d.rowid = p.found" : "d.dataset = ? AND d.id = p.found";
  return {
    // Only what is on the page is looked up in the table itself: the rest is put in order by what the indexes say. SQLite keeps
    // the order of the first table of a CROSS JOIN.
    sql: `SELECT d.id, d.revision, d.type, octet_length(d.content) AS size FROM (${found.sql}) p CROSS JOIN documents d WHERE ${same}`,
    values: [...found.values, ...(found.key === "rowid" ? [] : [means.dataset])],
  };
}

/** Rows as `found`, which is a number of a row or an id. */
interface Found extends Fragment {
  readonly key: "rowid" | "id";
}

function foundSql(rows: Rows, place: ConditionPlace, { view, order = [], from = 0, to }: Page): Found {
  const id = idOfRow(rows, view);
  const inFull = rowInFull(order, place);
  const ordered = inFull
    ? [`${inFull.row}.kind`, `${inFull.row}.value`]
    : decidingKeys(order).flatMap((key) => keySql(key, place));
  const where = whereSql(rows, place);
  // What is in its order already stays in it. Anything else SQLite had better find first, and then put in order: the plus
  // keeps it from walking the whole dataset in order instead.
  const keys = [...ordered, rows.isListed ? id : `+${id}`];
  const joined = joinedSql(rows, [where.sql, ...keys].join(" "), place.dataset);
  return {
    key: joined.key,
    sql: `SELECT ${rows.first}.${joined.key} AS found FROM ${joined.from} WHERE ${joined.where}${stoppable} AND ${where.sql} ORDER BY ${keys.join(", ")} LIMIT ? OFFSET ?`,
    values: [...joined.values, ...where.values, ...limits(from, to)],
  };
}

/**
 * The last changed of several types: SQLite merges their lists, and reads of each no more than it takes. What is asked of the
 * documents is asked behind that: a list in which nothing is found would be read to its end before the first row comes.
 */
function mergedSql(
  rows: Rows,
  types: readonly string[],
  place: ConditionPlace,
  { view, order = [], from = 0, to }: Page,
): Found {
  const where = whereSql(rows, place);
  const one = `SELECT d.rowid AS place, d.updated AS at, ${idColumn(view)} AS id FROM documents d${rows.index} WHERE d.dataset = ? AND d.type = ?${isDrafts(view) ? ` AND ${isSeenInDraftsSql("d")}` : ""}`;
  const list = `${types.map(() => one).join(" UNION ALL ")} ORDER BY at ${order[0]?.descending ? "DESC" : "ASC"}, id LIMIT -1`;
  return {
    key: "rowid",
    // The limit of the list, which is none, keeps SQLite from taking the list apart.
    sql: `SELECT d.rowid AS found FROM (${list}) m CROSS JOIN documents d WHERE d.rowid = m.place AND ${stoppable} AND ${where.sql} LIMIT ? OFFSET ?`,
    values: [...types.flatMap((type) => [place.dataset, type]), ...where.values, ...limits(from, to)],
  };
}

const limits = (from: number, to: number | undefined): readonly number[] => [
  to === undefined ? -1 : Math.max(0, to - from),
  from,
];

/** The statement that counts the documents of a view for which a condition holds, as `number`. */
export function countSql(means: PageMeans, condition: Condition, view: View, most?: number): Fragment {
  const kept = keptCountSql(means.dataset, condition, view, most);
  if (kept) return kept;
  const { place, rows } = accessTo(means, { condition, view });
  const where = whereSql(rows, place);
  const joined = joinedSql(rows, where.sql, place.dataset);
  // What is in an index is counted in no time.
  const isLong = where.sql.includes("d.content");
  const found = `FROM ${joined.from} WHERE ${joined.where}${isLong ? `${stoppable} AND ` : ""}${where.sql}`;
  const values = [...joined.values, ...where.values];
  return most === undefined
    ? { sql: `SELECT count(*) AS number ${found}`, values }
    : { sql: `SELECT count(*) AS number FROM (SELECT 1 ${found} LIMIT ?)`, values: [...values, most] };
}

/** What is asked of rows, and of who sees them. */
export function whereSql({ first, condition, within }: Rows, place: ConditionPlace): Fragment {
  const parts = [...(within ? [within] : []), conditionSql(condition, place), viewSql(place, first)];
  return { sql: parts.map(({ sql }) => sql).join(" AND "), values: parts.flatMap(({ values }) => values) };
}

/** The tables from which the rows that are named in a text come: that of the documents too, only if something is read there. */
export function joinedSql(
  { first, index }: Rows,
  named: string,
  dataset: string,
): {
  readonly from: string;
  readonly where: string;
  /** The column of the first table that leads to the document. */
  readonly key: "rowid" | "id";
  readonly values: readonly string[];
} {
  const others = new Set([...named.matchAll(/\bv\d+(?=\.)/g)].map(([row]) => row));
  others.delete(first);
  const tables = [
    `${tableOf(first)} ${first}${index}`,
    ...[...others].map((row) => `indexed_values ${row}`),
    ...(first !== "d" && named.includes("d.") ? ["documents d"] : []),
  ];
  const isRead = tables.some((table) => table.startsWith("documents"));
  const where = [
    ...(first === "d" ? [] : [`${first}.number = ${first.slice(1)}`]),
    ...[...others].map((row) => `${row}.number = ${row.slice(1)} AND ${row}.id = ${first}.id`),
    ...(isRead ? ["d.dataset = ?"] : []),
    ...(isRead && first !== "d" ? [`d.id = ${first}.id`] : []),
  ];
  return {
    // SQLite keeps the order of a CROSS JOIN.
    from: tables.join(" CROSS JOIN "),
    where: where.map((part) => `${part} AND `).join(""),
    key: first === "d" ? "rowid" : "id",
    values: isRead ? [dataset] : [],
  };
}

/** The table that has the rows of a name. */
function tableOf(row: string): string {
  if (row === "d") return "documents";
  return row.startsWith("m") ? "indexed_members" : "indexed_values";
}

/** GROQ orders by the kind of value first. What is neither number nor text nor true nor false is all alike, and last. */
function keySql({ key, descending }: OrderKey, place: ConditionPlace): readonly string[] {
  const direction = descending ? "DESC" : "ASC";
  const row = rowOf(key, place);
  const column = typeof key === "string" ? undefined : columnOf(key, place.view);
  if (column) return [`${column} ${direction}`];
  if (row) return [`${row}.kind ${direction}`, `${row}.value ${direction}`];
  if (typeof key === "string") throw new TypeError(`BUG: there is no index of ${key}`);
  const type = typeOf(key);
  const field = `d.content ->> ${jsonPath(key)}`;
  const { number, text, boolean } = valueKinds;
  const value = `CASE WHEN ${isOfKindSql(type, number)} THEN CAST(${field} AS REAL) WHEN ${isOfKindSql(type, text, boolean)} THEN ${field} END`;
  return [`${kindSql(type)} ${direction}`, `${value} ${direction}`];
}
