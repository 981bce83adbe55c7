import type { Condition, FieldPath, OrderKey, Page, View } from "../core/dataset.ts";
import { draftsLayer, publishedLayer } from "../core/document-id.ts";
import { valueKinds } from "../core/value-kinds.ts";
import {
  columnOf,
  conditionSql,
  isIndexable,
  isInIndex,
  isPublishedOnly,
  isSelective,
  jsonPath,
  oneOf,
  partsOf,
  rowOf,
  typeOf,
  type ConditionPlace,
  type Fragment,
} from "./condition-sql.ts";
import { isOfKindSql, kindSql } from "./json-kinds.ts";
import { typeOfAll, type KeyIndexes } from "./key-indexes.ts";
import { isPublishedSql, isSeenInDraftsSql, isVersionSql } from "./seen-sql.ts";
import { stoppable } from "./define-functions.ts";

/** What there is to answer a page with. */
export interface PageMeans {
  readonly dataset: string;
  /** Of the type that the condition names. */
  readonly indexes: KeyIndexes;
  /** The number of rows that a statement of {@link Fragment} gives. */
  readonly count: (statement: Fragment) => number;
  readonly frequencyOf?: ConditionPlace["frequencyOf"];
  /** So many documents are rather walked in the order asked than found and put in order. */
  readonly many: number;
}

/** The statement that selects `id`, `revision`, `type` and `size` of the documents of a page, in its order. */
export function pageSql(means: PageMeans, { condition, view, order = [], from = 0, to }: Page): Fragment {
  const { place, rows } = accessTo(means, condition, view, order, to !== undefined);
  const id =
    rows.first === "d"
      ? (columnOf(["_id"], view) ?? "d.id")
      : `${rows.first}.${view.layers ? "published_id" : "id"}`;
  const ordered = order.map((key) => keySql(key, place));
  const where = whereSql(rows, place);
  // What is in its order already stays in it. Anything else SQLite had better find first, and then put in order: the plus
  // keeps it from walking the whole dataset in order instead.
  const keys = [...ordered.flat(), rows.isListed ? id : `+${id}`];
  const joined = joinedSql(rows, [where.sql, ...keys].join(" "));
  // Only what is on the page is looked up in the table itself: the rest is put in order by what the indexes say.
  const found = `SELECT ${rows.first}.${joined.key} AS found FROM ${joined.from} WHERE ${joined.where}${stoppable} AND ${where.sql} ORDER BY ${keys.join(", ")} LIMIT ? OFFSET ?`;
  const same = joined.key === "rowid" ? "d.rowid = p.found" : "d.dataset = ? AND d.id = p.found";
  return {
    // SQLite keeps the order of the first table of a CROSS JOIN.
    sql: `SELECT d.id, d.revision, d.type, octet_length(d.content) AS size FROM (${found}) p CROSS JOIN documents d WHERE ${same}`,
    values: [
      ...joined.values(means),
      ...where.values,
      ...[to === undefined ? -1 : Math.max(0, to - from), from],
      ...(joined.key === "rowid" ? [] : [means.dataset]),
    ],
  };
}

/** The statement that counts the documents of a view for which a condition holds, as `number`. */
export function countSql(means: PageMeans, condition: Condition, view: View): Fragment {
  const { place, rows } = accessTo(means, condition, view, [], false);
  const where = whereSql(rows, place);
  const joined = joinedSql(rows, where.sql);
  // What is in an index is counted in no time.
  const isLong = where.sql.includes("d.content");
  return {
    sql: `SELECT count(*) AS number FROM ${joined.from} WHERE ${joined.where}${isLong ? `${stoppable} AND ` : ""}${where.sql}`,
    values: [...joined.values(means), ...where.values],
  };
}

/** Where the rows come from. */
interface Rows {
  /** `d`, or the index of values that leads to the documents. */
  readonly first: string;
  /** ` INDEXED BY …`, or nothing where SQLite finds the way by itself. */
  readonly index: string;
  /** Whether they may come in the order asked. */
  readonly isListed: boolean;
  readonly condition: Condition;
}

/** Decides where to begin. SQLite, which knows no figures, would guess. */
function accessTo(
  means: PageMeans,
  condition: Condition,
  view: View,
  order: readonly OrderKey[],
  isLimited: boolean,
): { readonly rows: Rows; readonly place: ConditionPlace } {
  const { dataset, indexes, frequencyOf, many } = means;
  const place: ConditionPlace = { dataset, view, indexes, frequencyOf };
  const type = typeOfAll(condition);
  const parts = partsOf(condition);
  const found = parts.filter((part) => isSelective(part, place));
  const ordering = order[0] && rowOf(order[0].key, place);
  const isInOrder = ordering !== undefined || (order[0] ? isByTime(order[0]) : true);
  const byIndex = (first: string): { rows: Rows; place: ConditionPlace } => {
    // Every row of an index is of its type.
    const others = parts.filter((part) => part.kind !== "type" || part.values.join() !== type);
    const rest: Condition = others.length > 0 ? { kind: "and", of: others } : { kind: "everything" };
    const index = ` INDEXED BY indexed_values_${isPublished(view) ? "published" : "by_value"}`;
    return { rows: { first, index, isListed: true, condition: rest }, place: { ...place, isChecked: true } };
  };
  const [leads] = found.flatMap((part) => indexOfIds(part, view) ?? []);
  // Rows that an index of words leads to have numbers, which SQLite holds to be dearer than looking through a whole dataset.
  const isByWords = found.length > 0 && found.every(({ kind }) => kind === "text" || kind === "or");
  const index = isByWords ? " NOT INDEXED" : leads === undefined ? "" : ` INDEXED BY ${leads}`;
  const byDocuments: Rows = { first: "d", index, isListed: false, condition };
  if (type === undefined) return { rows: byDocuments, place };
  if (found.length > 0) {
    const [only, ...more] = found;
    const isMany = isLimited && ordering && more.length === 0 && only?.kind === "reference";
    if (
      !isMany ||
      means.count(
        counted(conditionSql(only, place), `documents d WHERE d.dataset = ?`, [means.dataset], many),
      ) < many
    )
      return { rows: byDocuments, place };
    return byIndex(ordering);
  }
  const leading = parts.flatMap((part) => leadingRow(part, place) ?? []);
  const sized = leading.map(({ row, sql }) => ({
    row,
    size:
      leading.length > 1 || (isLimited && isInOrder)
        ? means.count(counted(sql, `indexed_values ${row} WHERE ${row}.number = ${row.slice(1)}`, [], many))
        : 0,
  }));
  const [fewest] = sized.sort((a, b) => a.size - b.size);
  const isWalk = isLimited && isInOrder && (fewest === undefined || fewest.size >= many);
  if (fewest && !isWalk) return byIndex(fewest.row);
  if (ordering) return byIndex(ordering);
  // To look through an index is much faster than to look at every document.
  const [asked] =
    order.length === 0 && !isLimited ? fieldsIn(condition).flatMap((key) => rowOf(key, place) ?? []) : [];
  if (asked) return byIndex(asked);
  return {
    rows: { ...byDocuments, index: indexFor(condition, view, order), isListed: true },
    place: { ...place, isChecked: true },
  };
}

/**
 * The index for a part of a condition that finds documents by their ids. SQLite would rather walk through all documents in an
 * index that has whatever else is asked for.
 */
function indexOfIds({ kind }: Condition, view: View): string | undefined {
  const isByStoredId = kind === "reference" || (kind === "id" && columnOf(["_id"], view) === "d.id");
  if (isByStoredId) return "documents_seen";
  return kind === "id" || kind === "group" ? "documents_by_group" : undefined;
}

/** Counts no further than it makes a difference. */
function counted({ sql, values }: Fragment, from: string, before: readonly string[], many: number): Fragment {
  return {
    sql: `SELECT count(*) AS number FROM (SELECT 1 FROM ${from} AND ${sql} LIMIT ${many})`,
    values: [...before, ...values],
  };
}

/** The index that finds the documents for which a part of a condition holds. */
function leadingRow(part: Condition, place: ConditionPlace): { row: string; sql: Fragment } | undefined {
  const asked = part.kind === "not" && part.of.kind === "defined" ? part.of : part;
  const isLeading =
    part.kind === "compared" ||
    part.kind === "dated" ||
    part.kind === "isTrue" ||
    part !== asked ||
    (part.kind === "field" &&
      isInIndex(part.values) &&
      (part.values.length === 1 || part.values.every((value) => typeof value === "string")));
  if (!isLeading || !("path" in asked)) return undefined;
  const row = rowOf(asked.path, place);
  return row === undefined ? undefined : { row, sql: conditionSql(part, place) };
}

/** The fields that a condition looks at in the content of documents, and for which there may be an index of values. */
export function fieldsIn(condition: Condition): readonly FieldPath[] {
  switch (condition.kind) {
    case "field":
    case "compared":
    case "dated":
    case "defined":
    case "isTrue":
      return isIndexable(condition.path) ? [condition.path] : [];
    case "not":
      return fieldsIn(condition.of);
    case "and":
    case "or":
      return condition.of.flatMap(fieldsIn);
    default:
      return [];
  }
}

/** The index in which a list of a type is in its order, or nearly. */
function indexFor(condition: Condition, view: View, [first]: readonly OrderKey[]): string {
  const isTimed = first ? isByTime(first) : partsOf(condition).some(isSince);
  if (isDrafts(view)) return ` INDEXED BY documents_in_drafts${isTimed ? "_by_time" : ""}`;
  return ` INDEXED BY documents_by_${isTimed ? "time" : "type"}`;
}

/** Whether a part of a condition asks for what was changed within some time. */
const isSince = (part: Condition): boolean =>
  (part.kind === "compared" || part.kind === "dated") && part.path.join(".") === "_updatedAt";

const isByTime = ({ key }: OrderKey): boolean => key.length === 1 && key[0] === "_updatedAt";

const isDrafts = ({ layers }: View): boolean =>
  layers?.length === 2 && layers[0] === draftsLayer && layers[1] === publishedLayer;

const isPublished = ({ layers }: View): boolean => layers !== undefined && isPublishedOnly(layers);

function whereSql({ first, condition }: Rows, place: ConditionPlace): Fragment {
  const asked = conditionSql(condition, place);
  const seen = viewSql(place, first);
  return { sql: `${asked.sql || "TRUE"} AND ${seen.sql}`, values: [...asked.values, ...seen.values] };
}

/** The tables from which the rows that are named in a text come: that of the documents too, only if something is read there. */
function joinedSql(
  { first, index }: Rows,
  named: string,
): {
  readonly from: string;
  readonly where: string;
  /** The column of the first table that leads to the document. */
  readonly key: "rowid" | "id";
  readonly values: (means: PageMeans) => readonly string[];
} {
  const others = new Set([...named.matchAll(/\bv\d+(?=\.)/g)].map(([row]) => row));
  others.delete(first);
  const tables = [
    ...(first === "d" ? [`documents d${index}`] : [`indexed_values ${first}${index}`]),
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
    values: ({ dataset }) => (isRead ? [dataset] : []),
  };
}

function viewSql({ dataset, view: { layers, withoutVersions } }: ConditionPlace, first: string): Fragment {
  if (!layers) {
    if (!withoutVersions) return { sql: "TRUE", values: [] };
    // The other layers are those of releases.
    return { sql: `+d.layer ${oneOf}`, values: [JSON.stringify([publishedLayer, draftsLayer])] };
  }
  if (isPublishedOnly(layers)) return { sql: isPublishedSql(first), values: [] };
  if (isDrafts({ layers })) return { sql: isSeenInDraftsSql(first), values: [] };
  return winnerSql(dataset, layers);
}

/** A document of a group of which no layer before its own has one. */
function winnerSql(dataset: string, layers: readonly string[]): Fragment {
  const parts = layers.map((layer, place): Fragment => {
    const before = layers.slice(0, place);
    const releases = before.filter((each) => each !== draftsLayer && each !== publishedLayer);
    const isVersion = layer !== draftsLayer && layer !== publishedLayer;
    const conditions: Fragment[] = [
      { sql: "d.layer = ?", values: [layer] },
      // There are few versions: SQLite finds all of them once.
      ...(releases.length === 0
        ? []
        : [
            {
              sql: `d.published_id NOT IN (SELECT published_id FROM documents INDEXED BY documents_versions WHERE dataset = ? AND layer ${oneOf} AND ${isVersionSql})`,
              values: [dataset, JSON.stringify(releases)],
            },
          ]),
      ...before
        .filter((each) => !releases.includes(each))
        .map((each) => ({
          sql: "NOT EXISTS (SELECT 1 FROM documents h WHERE h.dataset = d.dataset AND h.published_id = d.published_id AND h.layer = ?)",
          values: [each],
        })),
      // A version may stand for "unpublish this document when the release is published".
      ...(isVersion ? [{ sql: "json_type(d.content, '$._system.delete') IS NOT 'true'", values: [] }] : []),
    ];
    return {
      sql: `(${conditions.map(({ sql }) => sql).join(" AND ")})`,
      values: conditions.flatMap(({ values }) => values),
    };
  });
  return {
    sql: `(${parts.map(({ sql }) => sql).join(" OR ")})`,
    values: parts.flatMap(({ values }) => values),
  };
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
