import type { AskedWords, Condition, DocumentKey, FieldPath, Scalar } from "../core/dataset.ts";
import { indexedScalar, valueKinds, type ValueKind } from "../core/value-kinds.ts";
import { isOfKindSql } from "./json-kinds.ts";
import {
  frequencyIn,
  isInIndex,
  isKnown,
  isSelective,
  knownBy,
  textsOnly,
  wordsHeld,
} from "./condition-access.ts";
import { columnOf, rowOf, type ConditionPlace, type Fragment } from "./condition-place.ts";
import { memberSql, membersFound } from "./members-sql.ts";
import { rowsWithWords } from "./words-sql.ts";

/** Lists travel as JSON, so that the text of a statement does not depend on how long they are. */
export const oneOf = "IN (SELECT value FROM json_each(?))";

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
      const row = rowOf(condition.path, place);
      if (row) return { sql: `${row}.missing = 0`, values: [] };
      return { sql: `d.content ->> ${jsonPath(condition.path)} IS NOT NULL`, values: [] };
    }
    case "isTrue": {
      const row = rowOf(condition.path, place);
      if (row) return sameKind(row, valueKinds.boolean, { sql: `${row}.value = 1`, values: [] }, isNegated);
      return {
        sql: `CASE ${typeOf(condition.path)} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`,
        values: [],
      };
    }
    case "compared":
      return compared(condition, place, isNegated);
    case "dated":
      return dated(condition, place, isNegated);
    case "holds":
      return holds(condition, place, isNegated);
    case "not": {
      const row = condition.of.kind === "defined" ? rowOf(condition.of.path, place) : undefined;
      if (row) return { sql: isMissing(row), values: [] };
      const { sql, values } = conditionSql(condition.of, place, true);
      return { sql: `NOT (${sql})`, values };
    }
    case "text":
      return isFoundByWords(condition.words, place);
    case "and":
    case "or": {
      // What is not among these rows may be false or unknown.
      const found =
        condition.kind === "or" && !isNegated && isSelective(condition, place)
          ? rowsOfAny(condition.of, place)
          : [];
      if (found.length > 0) {
        return {
          sql: `${place.checkedBy === undefined ? "" : "+"}d.rowid IN (${found.map(({ sql }) => sql).join(" UNION ALL ")})`,
          values: found.flatMap(({ values }) => values),
        };
      }
      const isFound =
        condition.kind === "and" &&
        place.checkedBy === undefined &&
        condition.of.some((part) => isSelective(part, place));
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

/** A key that is read from the content of a document. */
function fieldOf(key: DocumentKey): FieldPath {
  if (typeof key === "string") throw new TypeError(`BUG: there is no index of ${key}`);
  return key;
}

/** A condition on the value of an index's row, which is unknown for values of another kind. */
function sameKind(row: string, kind: ValueKind, { sql, values }: Fragment, isNegated: boolean): Fragment {
  // As a conjunction, an index answers it.
  if (!isNegated) return { sql: `(${row}.kind = ${kind} AND ${sql})`, values };
  return { sql: `CASE WHEN ${row}.kind = ${kind} THEN ${sql} END`, values };
}

/** As an index answers it. */
const isMissing = (row: string): string => `(${row}.kind = ${valueKinds.other} AND ${row}.missing = 1)`;

/** Lists of numbers are no JSON here: SQLite would read other numbers than were written. */
function valueIsOneOf(row: string, wanted: readonly Scalar[]): Fragment {
  const texts = wanted.filter((value) => typeof value === "string");
  const parts: Fragment[] = wanted.flatMap((value): readonly Fragment[] => {
    if (value === null) return [{ sql: isMissing(row), values: [] }];
    if (typeof value === "string") return [];
    const indexed = indexedScalar(value);
    return [{ sql: `(${row}.kind = ${indexed.kind} AND ${row}.value = ?)`, values: [indexed.value] }];
  });
  if (texts.length > 0) {
    const text = isIn(`${row}.value`, texts);
    parts.push({ sql: `(${row}.kind = ${valueKinds.text} AND ${text.sql})`, values: text.values });
  }
  if (parts.length === 0) return { sql: "FALSE", values: [] };
  return {
    sql:
      parts.length === 1
        ? parts.map(({ sql }) => sql).join()
        : `(${parts.map(({ sql }) => sql).join(" OR ")})`,
    values: parts.flatMap(({ values }) => values),
  };
}

function isFoundByWords(words: AskedWords, place: ConditionPlace): Fragment {
  const frequency = frequencyIn(place, words);
  if (frequency === "most") return { sql: "TRUE", values: [] };
  const rows = rowsWithWords(words);
  // The plus keeps SQLite from reading all that was found instead of walking in order.
  const isChecked = frequency === "many" || place.checkedBy !== undefined;
  return { sql: `${isChecked ? "+" : ""}d.rowid IN (${rows.sql})`, values: rows.values };
}

/** The rows of documents for which any of some conditions may hold, each of which an index answers. */
function rowsOfAny(conditions: readonly Condition[], place: ConditionPlace): readonly Fragment[] {
  return conditions.map((condition) => {
    if (condition.kind === "text") return rowsWithWords(condition.words);
    const members = membersFound(condition, place, "m.id");
    const { sql, values } = members
      ? { ...members, sql: `d.id IN (${members.sql})` }
      : conditionSql(condition, { ...place, checkedBy: undefined });
    return {
      sql: `SELECT d.rowid FROM documents d WHERE d.dataset = ? AND ${sql}`,
      values: [place.dataset, ...values],
    };
  });
}

export function isIn(column: string, values: readonly string[]): Fragment {
  const [only, ...more] = values;
  // SQLite keeps the order of an index for one value, and sorts for a list of one.
  if (only !== undefined && more.length === 0) return { sql: `${column} = ?`, values: [only] };
  return { sql: `${column} ${oneOf}`, values: [JSON.stringify(values)] };
}

function isReferring(targets: readonly string[], place: ConditionPlace): Fragment {
  const { dataset, checkedBy, hasFewReferring } = place;
  const target = isIn("target", targets);
  if (checkedBy !== undefined) {
    // A list is made once, and asked of each row in a twentieth of the time.
    if (hasFewReferring?.(targets)) {
      return {
        sql: `+${checkedBy}.id IN (SELECT source FROM document_references WHERE dataset = ? AND ${target.sql})`,
        values: [dataset, ...target.values],
      };
    }
    return {
      sql: `EXISTS (SELECT 1 FROM document_references r WHERE r.dataset = ? AND r.source = ${checkedBy}.id AND ${target.sql})`,
      values: [dataset, ...target.values],
    };
  }
  return {
    sql: `d.id IN (SELECT source FROM document_references WHERE dataset = ? AND ${target.sql})`,
    values: [dataset, ...target.values],
  };
}

/** True, or else false or NULL. */
function fieldIsOneOf(key: DocumentKey, wanted: readonly Scalar[], place: ConditionPlace): Fragment {
  const indexed = typeof key === "string" || (isInIndex(wanted) && !isKnown(key, wanted));
  const row = indexed ? rowOf(key, place) : undefined;
  if (row) return valueIsOneOf(row, wanted);
  const path = fieldOf(key);
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
  const texts = textsOnly(wanted);
  if (!texts) return found;
  const by = knownBy(path);
  if (!by) return found;
  const known = by === "slug" ? isIn("d.slug", texts) : isReferring(texts, place);
  return { sql: `(${known.sql} AND ${found.sql})`, values: [...known.values, ...found.values] };
}

function compared(
  { path: key, op, value }: Extract<Condition, { kind: "compared" }>,
  place: ConditionPlace,
  isNegated: boolean,
): Fragment {
  const row = rowOf(key, place);
  const indexed = indexedScalar(value);
  if (row) {
    const of = { sql: `${row}.value ${op} ?`, values: [indexed.value] };
    return sameKind(row, indexed.kind, of, isNegated);
  }
  const path = fieldOf(key);
  const column = columnOf(path, place.view);
  if (column) {
    return typeof value === "string"
      ? { sql: `${column} ${op} ?`, values: [value] }
      : { sql: "NULL", values: [] };
  }
  const field = `d.content ->> ${jsonPath(path)}`;
  // Long integers are those that JavaScript read.
  const read = indexed.kind === valueKinds.number ? `CAST(${field} AS REAL)` : field;
  const isSame = isOfKindSql(typeOf(path), indexed.kind);
  return { sql: `CASE WHEN ${isSame} THEN ${read} ${op} ? END`, values: [indexed.value] };
}

/** Any text that tells a time begins with a day that is at most so far from that of the time. */
const mostDayMs = 2 * 24 * 60 * 60 * 1000;

function dated(
  { path, op, timeMs }: Extract<Condition, { kind: "dated" }>,
  place: ConditionPlace,
  isNegated: boolean,
): Fragment {
  const column = columnOf(path, place.view);
  const row = rowOf(path, place);
  const text = column ?? (row ? `${row}.value` : `d.content ->> ${jsonPath(path)}`);
  const found = { sql: `compare_time(${text}, ?, ?)`, values: [op, timeMs] };
  const isText = column
    ? "TRUE"
    : row
      ? `${row}.kind = ${valueKinds.text}`
      : isOfKindSql(typeOf(path), valueKinds.text);
  const same = { sql: `CASE WHEN ${isText} THEN ${found.sql} END`, values: found.values };
  const isLater = op.startsWith(">");
  const bound = new Date(timeMs + (isLater ? -mostDayMs : mostDayMs));
  // What is not in these years would be compared otherwise as text.
  const isPlain = bound.getTime() > Date.UTC(1, 0) && bound.getTime() < Date.UTC(9999, 0);
  if (isNegated || !isPlain || !(column ?? row)) return same;
  const near = `${isText} AND ${text} ${isLater ? ">=" : "<"} ?`;
  return { sql: `(${near} AND ${same.sql})`, values: [bound.toISOString().slice(0, 19), ...same.values] };
}

function holds(
  condition: Extract<Condition, { kind: "holds" }>,
  place: ConditionPlace,
  isNegated: boolean,
): Fragment {
  const { list, within, value } = condition;
  const member = isNegated ? undefined : memberSql(condition, place);
  if (member) return member;
  const item = within.length === 0 ? itemIs(value) : placeInItemIs(within, value);
  const exists: Fragment = {
    sql: `CASE WHEN ${typeOf(list)} = 'array' THEN EXISTS (SELECT 1 FROM json_each(d.content, ${jsonPath(list)}) e WHERE ${item.sql}) END`,
    values: item.values,
  };
  if (isNegated || value === null) return exists;
  const words = wordsHeld(condition);
  if (!words) return narrowed(exists, within, [value], place);
  const found = isFoundByWords(words, place);
  return { sql: `(${found.sql} AND ${exists.sql})`, values: [...found.values, ...exists.values] };
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
