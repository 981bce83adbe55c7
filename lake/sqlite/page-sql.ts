import type { Condition, OrderKey, Page, View } from "../core/dataset.ts";
import { draftsLayer, publishedLayer } from "../core/document-id.ts";
import {
  columnOf,
  conditionSql,
  isListOfRows,
  isListOfType,
  isPublishedOnly,
  jsonPath,
  oneOf,
  typeOf,
  type ConditionPlace,
  type Fragment,
} from "./condition-sql.ts";

/** The statement that selects `id`, `revision`, `type` and `size` of the documents of a page, in its order. */
export function pageSql(
  dataset: string,
  { condition, view, order = [], from = 0, to }: Page,
  frequencyOf?: ConditionPlace["frequencyOf"],
): Fragment {
  const place: ConditionPlace = { dataset, view, frequencyOf };
  const where = whereSql(condition, place);
  const index = indexFor(condition, place, order);
  const id = columnOf(["_id"], view) ?? "d.id";
  // Lists of a type have indexes in their order. Anything else SQLite had better find first, and then put in order: the
  // plus keeps it from walking the whole dataset in order instead.
  const keys = [...order.flatMap((key) => keySql(key, view)), index ? id : `+${id}`];
  return {
    sql: `SELECT d.id, d.revision, d.type, octet_length(d.content) AS size FROM documents d ${index} WHERE ${where.sql} ORDER BY ${keys.join(", ")} LIMIT ? OFFSET ?`,
    values: [...where.values, to === undefined ? -1 : Math.max(0, to - from), from],
  };
}

/** The statement that counts the documents of a view for which a condition holds, as `number`. */
export function countSql(dataset: string, condition: Condition, view: View): Fragment {
  const where = whereSql(condition, { dataset, view });
  const index = indexFor(condition, { dataset, view }, []);
  return {
    sql: `SELECT count(*) AS number FROM documents d ${index} WHERE ${where.sql}`,
    values: where.values,
  };
}

/** The index in which a list of a type is in its order, or nearly. SQLite, which knows no figures, would guess. */
function indexFor(condition: Condition, place: ConditionPlace, [first]: readonly OrderKey[]): string {
  // Rows are found by their numbers, which SQLite holds to be dearer than looking through all of a dataset.
  if (isListOfRows(condition, place)) return "NOT INDEXED";
  if (!isListOfType(condition, place)) return "";
  const { view } = place;
  const isByTime = first?.path.length === 1 && first.path[0] === "_updatedAt";
  if (isDrafts(view)) return `INDEXED BY documents_in_drafts${isByTime ? "_by_time" : ""}`;
  const isPublished = view.layers !== undefined && isPublishedOnly(view.layers);
  return `INDEXED BY ${isPublished && isByTime ? "documents_published_by_time" : "documents_by_type"}`;
}

const isDrafts = ({ layers }: View): boolean =>
  layers?.length === 2 && layers[0] === draftsLayer && layers[1] === publishedLayer;

function whereSql(condition: Condition, place: ConditionPlace): Fragment {
  const { dataset, view } = place;
  const asked = conditionSql(condition, place);
  const seen = viewSql(view);
  return {
    sql: `d.dataset = ? AND ${asked.sql} AND ${seen.sql}`,
    values: [dataset, ...asked.values, ...seen.values],
  };
}

function viewSql({ layers, withoutVersions }: View): Fragment {
  if (!layers) {
    if (!withoutVersions) return { sql: "TRUE", values: [] };
    // The other layers are those of releases.
    return { sql: `+d.layer ${oneOf}`, values: [JSON.stringify([publishedLayer, draftsLayer])] };
  }
  // As the conditions of the indexes have it (0003-query-indexes.sql).
  if (isPublishedOnly(layers)) return { sql: "d.layer = ''", values: [] };
  if (isDrafts({ layers })) return { sql: "d.hidden = 0", values: [] };
  const listed = JSON.stringify(layers);
  return {
    sql: `d.layer ${oneOf}
      -- No document of a layer before it: json_each numbers the layers by priority.
      AND NOT EXISTS (
        SELECT 1 FROM documents h JOIN json_each(?) hl ON hl.value = h.layer
        WHERE h.dataset = d.dataset AND h.published_id = d.published_id
          AND hl.key < (SELECT dl.key FROM json_each(?) dl WHERE dl.value = d.layer)
      )
      -- A version may stand for "unpublish this document when the release is published".
      AND (d.layer ${oneOf} OR json_type(d.content, '$._system.delete') IS NOT 'true')`,
    values: [listed, listed, listed, JSON.stringify([publishedLayer, draftsLayer])],
  };
}

/** GROQ orders by the kind of value first. What is neither number nor text nor true nor false is all alike, and last. */
function keySql({ path, descending }: OrderKey, view: View): readonly string[] {
  const direction = descending ? "DESC" : "ASC";
  const column = columnOf(path, view);
  if (column) return [`${column} ${direction}`];
  const type = typeOf(path);
  const kind = `CASE ${type} WHEN 'integer' THEN 1 WHEN 'real' THEN 1 WHEN 'text' THEN 2 WHEN 'true' THEN 3 WHEN 'false' THEN 3 ELSE 4 END`;
  const field = `d.content ->> ${jsonPath(path)}`;
  const value = `CASE WHEN ${type} IN ('integer', 'real') THEN CAST(${field} AS REAL) WHEN ${type} IN ('text', 'true', 'false') THEN ${field} END`;
  return [`${kind} ${direction}`, `${value} ${direction}`];
}
