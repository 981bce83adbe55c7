import type { AskedWords, Condition, FieldPath, Scalar, View } from "../core/dataset.ts";
import { publishedLayer } from "../core/document-id.ts";
import { rowsWithWords, type Frequency } from "./words-sql.ts";

/** A piece of SQL and the values of its placeholders. */
export interface Fragment {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Where a condition stands. */
export interface ConditionPlace {
  readonly dataset: string;
  readonly view: View;
  /** How many documents may have some words; few, unless told. */
  readonly frequencyOf?: ((words: AskedWords) => Frequency) | undefined;
}

/** Lists travel as JSON, so that the text of a statement does not depend on how long they are. */
export const oneOf = "IN (SELECT value FROM json_each(?))";

/** The column of a field that every document has, as text; `undefined` for what is in the content alone. */
export function columnOf(path: FieldPath, { layers }: View): string | undefined {
  const [name, ...deeper] = path;
  if (deeper.length > 0) return undefined;
  switch (name) {
    case "_id":
      // Where there are published documents alone, both are the same, and this one is in their indexes.
      return layers && !isPublishedOnly(layers) ? "d.published_id" : "d.id";
    case "_originalId":
      return layers && "d.id";
    case "_type":
      return "d.type";
    case "_rev":
      return "d.revision";
    case "_updatedAt":
      return "d.updated";
    default:
      return undefined;
  }
}

/** Whether a stack of layers is the perspective `published`. */
export const isPublishedOnly = (layers: readonly string[]): boolean =>
  layers.length === 1 && layers[0] === publishedLayer;

/** `$.slug.current`, between quotes. Names are those of {@link FieldPath}: they hold no quotes. */
export function jsonPath(path: FieldPath): string {
  return `'$${stepsOf(path)}'`;
}

function stepsOf(path: FieldPath): string {
  return path
    .map((step) => (typeof step === "string" ? `.${step}` : step < 0 ? `[#${step}]` : `[${step}]`))
    .join("");
}

/**
 * A condition on the row `d` of `documents`: 1 where it is true, 0 where it is false, NULL where it is unknown.
 *
 * A value is compared as JSON text, which is the same for the same value: `JSON.stringify` wrote both. So no number is
 * rounded and no text decoded.
 */
export function conditionSql(condition: Condition, place: ConditionPlace, isNegated = false): Fragment {
  /** What is NULL instead of 0 makes no difference unless something turns it around. */
  const certain = (sql: string): string => (isNegated ? `ifnull(${sql}, 0)` : sql);
  switch (condition.kind) {
    case "everything":
      return { sql: "TRUE", values: [] };
    case "nothing":
      return { sql: "FALSE", values: [] };
    case "unknown":
      return { sql: "NULL", values: [] };
    case "type":
      return isIn("d.type", condition.values);
    case "id":
      return isIn(columnOf(["_id"], place.view) ?? "d.id", condition.values);
    case "group":
      return isIn("d.published_id", condition.values);
    case "idPrefix": {
      const column = columnOf(["_id"], place.view) ?? "d.id";
      // The character behind the dot.
      const end = `${condition.value.slice(0, -1)}/`;
      return { sql: `(${column} >= ? AND ${column} < ?)`, values: [condition.value, end] };
    }
    case "reference":
      return isReferring(condition.values, place);
    case "field": {
      const { sql, values } = fieldIsOneOf(condition.path, condition.values, place);
      return { sql: certain(sql), values };
    }
    case "defined": {
      if (columnOf(condition.path, place.view)) return { sql: "TRUE", values: [] };
      return { sql: `d.content ->> ${jsonPath(condition.path)} IS NOT NULL`, values: [] };
    }
    case "isTrue":
      return {
        sql: `CASE ${typeOf(condition.path)} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`,
        values: [],
      };
    case "compared":
      return compared(condition, place);
    case "holds":
      return holds(condition, place, isNegated);
    case "not": {
      const { sql, values } = conditionSql(condition.of, place, true);
      return { sql: `NOT (${sql})`, values };
    }
    case "text":
      return isFoundByWords(condition.words, place);
    case "and":
    case "or": {
      const found =
        condition.kind === "or" && isSelective(condition, place) ? rowsOfAny(condition.of, place) : [];
      if (found.length > 0) {
        return {
          sql: `d.rowid IN (${found.map(({ sql }) => sql).join(" UNION ALL ")})`,
          values: found.flatMap(({ values }) => values),
        };
      }
      const isFound = condition.kind === "and" && condition.of.some((part) => isSelective(part, place));
      const parts = condition.of.map((part) => {
        const { sql, values } = conditionSql(part, place, isNegated);
        // The plus keeps SQLite from walking all documents of the type.
        return { sql: isFound && part.kind === "type" ? `+${sql}` : sql, values };
      });
      const sql = `(${parts.map((part) => part.sql).join(condition.kind === "and" ? " AND " : " OR ")})`;
      return { sql, values: parts.flatMap((part) => part.values) };
    }
  }
}

/** Whether an index leads to a few documents at once, so that no other index is of use. */
function isSelective(condition: Condition, place: ConditionPlace): boolean {
  switch (condition.kind) {
    case "text":
      return frequencyIn(place, condition.words) === "few";
    case "or":
      // What an index of words finds is put together with the rest.
      return (
        condition.of.some(({ kind }) => kind === "text") &&
        condition.of.every((part) => isSelective(part, place))
      );
    case "id":
    case "group":
    case "reference":
      return true;
    case "field":
      return knownBy(condition.path) !== undefined && !condition.values.includes(null);
    case "holds":
      return knownBy(condition.within) !== undefined && condition.value !== null;
    default:
      return false;
  }
}

/** Whether a condition accepts the documents of one type, of which there may be many, and some of them. */
export function isListOfType(condition: Condition, place: ConditionPlace): boolean {
  const parts = condition.kind === "and" ? condition.of : [condition];
  return (
    parts.some((part) => part.kind === "type" && part.values.length === 1) &&
    !parts.some((part) => isSelective(part, place))
  );
}

/** Whether the rows of documents that an index of words leads to are all there is to look at. */
export function isListOfRows(condition: Condition, place: ConditionPlace): boolean {
  const parts = condition.kind === "and" ? condition.of : [condition];
  const selective = parts.filter((part) => isSelective(part, place));
  return selective.length > 0 && selective.every(({ kind }) => kind === "text" || kind === "or");
}

const frequencyIn = ({ frequencyOf }: ConditionPlace, words: AskedWords): Frequency =>
  frequencyOf ? frequencyOf(words) : "few";

function isFoundByWords(words: AskedWords, place: ConditionPlace): Fragment {
  const frequency = frequencyIn(place, words);
  if (frequency === "most") return { sql: "TRUE", values: [] };
  const rows = rowsWithWords(words);
  // The plus keeps SQLite from reading all that was found instead of walking in order.
  return { sql: `${frequency === "many" ? "+" : ""}d.rowid IN (${rows.sql})`, values: rows.values };
}

/** The rows of documents for which any of some conditions may hold, each of which an index answers. */
function rowsOfAny(conditions: readonly Condition[], place: ConditionPlace): readonly Fragment[] {
  return conditions.map((condition) => {
    if (condition.kind === "text") return rowsWithWords(condition.words);
    const { sql, values } = conditionSql(condition, place);
    return {
      sql: `SELECT d.rowid FROM documents d WHERE d.dataset = ? AND ${sql}`,
      values: [place.dataset, ...values],
    };
  });
}

/** What else than the content tells the value of a field. */
function knownBy(path: FieldPath): "reference" | "slug" | undefined {
  if (path.at(-1) === "_ref") return "reference";
  return path.join(".") === "slug.current" ? "slug" : undefined;
}

function isIn(column: string, values: readonly string[]): Fragment {
  const [only, ...more] = values;
  // SQLite keeps the order of an index for one value, and sorts for a list of one.
  if (only !== undefined && more.length === 0) return { sql: `${column} = ?`, values: [only] };
  return { sql: `${column} ${oneOf}`, values: [JSON.stringify(values)] };
}

function isReferring(targets: readonly string[], { dataset }: ConditionPlace): Fragment {
  const target = isIn("target", targets);
  return {
    sql: `d.id IN (SELECT source FROM document_references WHERE dataset = ? AND ${target.sql})`,
    values: [dataset, ...target.values],
  };
}

/** True, or else false or NULL. */
function fieldIsOneOf(path: FieldPath, wanted: readonly Scalar[], place: ConditionPlace): Fragment {
  const column = columnOf(path, place.view);
  if (column)
    return isIn(
      column,
      wanted.filter((value) => typeof value === "string"),
    );
  const some = wanted.filter((value) => value !== null).map((value) => JSON.stringify(value));
  const found = isIn(`d.content -> ${jsonPath(path)}`, some);
  const missing = `d.content ->> ${jsonPath(path)} IS NULL`;
  if (wanted.includes(null)) return { sql: `(${missing} OR ${found.sql})`, values: found.values };
  return narrowed(found, path, wanted, place);
}

/** With a condition that follows from it and that an index answers. */
function narrowed(
  found: Fragment,
  path: FieldPath,
  wanted: readonly Scalar[],
  place: ConditionPlace,
): Fragment {
  const texts = wanted.filter((value) => typeof value === "string" && value.isWellFormed()).map(String);
  if (texts.length < wanted.length) return found;
  const by = knownBy(path);
  if (!by) return found;
  const known = by === "slug" ? isIn("d.slug", texts) : isReferring(texts, place);
  return { sql: `(${known.sql} AND ${found.sql})`, values: [...known.values, ...found.values] };
}

function compared(
  { path, op, value }: Extract<Condition, { kind: "compared" }>,
  place: ConditionPlace,
): Fragment {
  const column = columnOf(path, place.view);
  if (column) {
    return typeof value === "string"
      ? { sql: `${column} ${op} ?`, values: [value] }
      : { sql: "NULL", values: [] };
  }
  const field = `d.content ->> ${jsonPath(path)}`;
  const same = (types: string, sql: string): string =>
    `CASE WHEN ${typeOf(path)} IN (${types}) THEN ${sql} ${op} ? END`;
  if (typeof value === "string") return { sql: same("'text'", field), values: [value] };
  if (typeof value === "boolean") return { sql: same("'true', 'false'", field), values: [Number(value)] };
  // Long integers are those that JavaScript read.
  return { sql: same("'integer', 'real'", `CAST(${field} AS REAL)`), values: [value] };
}

function holds(
  { list, within, value }: Extract<Condition, { kind: "holds" }>,
  place: ConditionPlace,
  isNegated: boolean,
): Fragment {
  const item = within.length === 0 ? itemIs(value) : placeInItemIs(within, value);
  const exists: Fragment = {
    sql: `CASE WHEN ${typeOf(list)} = 'array' THEN EXISTS (SELECT 1 FROM json_each(d.content, ${jsonPath(list)}) e WHERE ${item.sql}) END`,
    values: item.values,
  };
  if (isNegated || value === null) return exists;
  return narrowed(exists, within, [value], place);
}

function itemIs(value: Scalar): Fragment {
  switch (typeof value) {
    case "string":
      return { sql: "e.type = 'text' AND e.value = ?", values: [value] };
    case "number":
      return { sql: "e.type = 'integer' AND e.value = ?", values: [value] };
    default:
      return { sql: "e.type = ?", values: [String(value)] };
  }
}

function placeInItemIs(within: FieldPath, value: Scalar): Fragment {
  const place = `(e.fullkey || '${stepsOf(within)}')`;
  if (value === null) return { sql: `d.content ->> ${place} IS NULL`, values: [] };
  return { sql: `d.content -> ${place} = ?`, values: [JSON.stringify(value)] };
}

/** `integer`, `real`, `text`, `true`, `false`, `null`, `array`, `object`, or NULL for a field that there is not. */
export function typeOf(path: FieldPath): string {
  return `json_type(d.content, ${jsonPath(path)})`;
}
