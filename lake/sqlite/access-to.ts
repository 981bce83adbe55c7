import type { Condition, DocumentKey, OrderKey, Page, View } from "../core/dataset.ts";
import {
  fieldsIn,
  isByWords,
  isInIndex,
  isSelective,
  partsOf,
  targetsIn,
  wordsHeld,
} from "./condition-access.ts";
import { columnOf, rowOf, type ConditionPlace, type Fragment } from "./condition-place.ts";
import { conditionSql, isIn } from "./condition-sql.ts";
import { typeOfAll, typesOfAll, type KeyIndexes } from "./key-indexes.ts";
import { isDrafts, isPublished } from "./view-sql.ts";
import { rowsWithWords } from "./words-sql.ts";

/** What there is to answer a page with. */
export interface PageMeans {
  readonly dataset: string;
  /** Of the type that the condition names. */
  readonly indexes: KeyIndexes;
  /** The number of rows that a statement of {@link Fragment} gives. */
  readonly count: (statement: Fragment) => number;
  /** All types of documents that there are; fewer, if there are very many. */
  readonly types: () => readonly string[];
  readonly frequencyOf?: ConditionPlace["frequencyOf"];
  /** So many documents are rather walked in the order asked than found and put in order. */
  readonly many: number;
}

/** Where the rows come from. */
export interface Rows {
  /** `d`, or the index of values that leads to the documents. */
  readonly first: string;
  /** ` INDEXED BY …`, or nothing where SQLite finds the way by itself. */
  readonly index: string;
  /** Whether they may come in the order asked. */
  readonly isListed: boolean;
  readonly condition: Condition;
  /** The types whose lists are merged into one, each in the order asked; absent: the list is one. */
  readonly merged?: readonly string[];
}

interface Access {
  readonly rows: Rows;
  readonly place: ConditionPlace;
}

/** Decides where to begin. SQLite, which knows no figures, would guess. */
export function accessTo(means: PageMeans, page: Page): Access {
  const { condition, view, order = [], to } = page;
  const { dataset, indexes, frequencyOf, many } = means;
  const hasFewReferring = (targets: readonly string[]): boolean => numberReferring(targets, means) < many;
  const place: ConditionPlace = { dataset, view, indexes, frequencyOf, hasFewReferring };
  const parts = partsOf(condition);
  const found = parts.filter((part) => isSelective(part, place));
  const walk = to === undefined ? undefined : inOrder(page, place, means);
  if (found.length > 0) {
    const isWalked = walk && isSoonFull(walk, found, page, means);
    return isWalked ? walk : { rows: foundAt(found, condition, place), place };
  }
  if (typeOfAll(condition) === undefined) return walk ?? { rows: { ...plainly, condition }, place };
  const leading = parts.flatMap((part) => leadingRow(part, place) ?? []);
  const sized = leading.map(({ row, sql }) => ({
    row,
    size:
      leading.length > 1 || walk
        ? means.count(counted(sql, `indexed_values ${row} WHERE ${row}.number = ${row.slice(1)}`, [], many))
        : 0,
  }));
  const [fewest] = sized.sort((a, b) => a.size - b.size);
  if (fewest && !(walk && fewest.size >= many)) return byIndex(fewest.row, condition, place);
  if (walk) return walk;
  const ordering = order[0] && rowOf(order[0].key, place);
  if (ordering) return byIndex(ordering, condition, place);
  // To look through an index is much faster than to look at every document.
  const [asked] =
    order.length === 0 && to === undefined
      ? fieldsIn(condition).flatMap((key) => rowOf(key, place) ?? [])
      : [];
  return asked ? byIndex(asked, condition, place) : inList(page, place);
}

const plainly = { first: "d", index: "", isListed: false } as const;

/** The rows of an index of values, which are all of its type. */
export function byIndex(first: string, condition: Condition, place: ConditionPlace): Access {
  const rest = withoutTypes(condition, [typeOfAll(condition)]);
  const index = ` INDEXED BY indexed_values_${isPublished(place.view) ? "published" : "by_value"}`;
  return {
    rows: { first, index, isListed: true, condition: rest },
    place: { ...place, checkedBy: first },
  };
}

/** The documents of a type in one of their lists, which may be in the order asked. */
function inList({ condition, view, order = [] }: Page, place: ConditionPlace): Access {
  return {
    rows: { first: "d", index: indexFor(condition, view, order), isListed: true, condition },
    place: { ...place, checkedBy: "d" },
  };
}

/** The rows in the order asked, one by one; `undefined` where nothing has them in this order. */
function inOrder(page: Page, place: ConditionPlace, means: PageMeans): Access | undefined {
  const { condition, order = [] } = page;
  const [first] = order;
  if (typeOfAll(condition) !== undefined) {
    const row = first && rowOf(first.key, place);
    if (row) return byIndex(row, condition, place);
    return !first || isByTime(first) ? inList(page, place) : undefined;
  }
  if (!first || !isByTime(first) || order.length > 1) return undefined;
  const merged = typesOfAll(condition) ?? means.types();
  if (merged.length === 0 || merged.length > mostMerged) return undefined;
  const list = inList(page, place);
  return { ...list, rows: { ...list.rows, condition: withoutTypes(condition, merged), merged } };
}

/** What is left to ask of documents that are of these types. */
function withoutTypes(condition: Condition, types: readonly (string | undefined)[]): Condition {
  const others = partsOf(condition).filter(
    (part) =>
      part.kind !== "type" || part.values.length === 0 || !part.values.every((type) => types.includes(type)),
  );
  return others.length > 0 ? { kind: "and", of: others } : { kind: "everything" };
}

/** Each type is a statement within the statement. */
const mostMerged = 30;

/**
 * Whether a page of documents that have some words, or refer to something, is rather full by walking through a list in its
 * order than by finding all of them: they may be of other types, or all at the end of the list. What is walked without success
 * costs no more than finding them.
 */
function isSoonFull(
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
  const targets = targetsIn(only);
  const asked: Condition = targets ? { kind: "reference", values: targets } : only;
  const isOne = conditionSql(asked, { ...place, checkedBy: "d" });
  return (
    means.count({
      sql: `SELECT count(*) AS number FROM (SELECT 1 FROM (${newest.sql}) d WHERE ${isOne.sql} LIMIT ${to})`,
      values: [...newest.values, ...isOne.values],
    }) >= to
  );
}

/** No less than the number of rows that indexes find for a condition; none for one of which it is not told. */
function numberFound(condition: Condition, means: PageMeans): number {
  const targets = targetsIn(condition);
  if (targets) return numberReferring(targets, means);
  if (condition.kind === "or")
    return condition.of.reduce((total, part) => total + numberFound(part, means), 0);
  const words =
    condition.kind === "text" ? condition.words : condition.kind === "holds" && wordsHeld(condition);
  if (!words) return 0;
  const { sql, values } = rowsWithWords(words);
  return means.count({ sql: `SELECT count(*) AS number FROM (${sql} LIMIT ${means.many})`, values });
}

const numberReferring = (targets: readonly string[], { dataset, count, many }: PageMeans): number =>
  count(counted(isIn("target", targets), "document_references WHERE dataset = ?", [dataset], many));

/** In the time in which one document is found by its number or id, so many rows of a list are walked, or of an index of values. */
const walkedPerFound = { list: 32, index: 3 } as const;

/**
 * The statement that gives the `id` and `rowid` of the first rows of a walk, as many as are walked in the time in which so many
 * documents are found. It is an estimate: what a view hides counts too.
 */
function firstRows(
  { first, merged }: Rows,
  { condition, order = [] }: Page,
  number: number,
  dataset: string,
): Fragment {
  const direction = order[0]?.descending ? "DESC" : "ASC";
  if (first !== "d") {
    return {
      sql: `SELECT d.id, d.rowid FROM (SELECT id FROM indexed_values INDEXED BY indexed_values_by_value WHERE number = ${first.slice(1)} ORDER BY kind ${direction}, value ${direction} LIMIT ${number * walkedPerFound.index}) v CROSS JOIN documents d WHERE d.dataset = ? AND d.id = v.id`,
      values: [dataset],
    };
  }
  const types = merged ?? [typeOfAll(condition) ?? ""];
  const column = order.length === 0 ? "id" : "updated";
  const index = order.length === 0 ? "documents_by_type" : "documents_by_time";
  const one = `SELECT id, rowid, ${column} FROM documents INDEXED BY ${index} WHERE dataset = ? AND type = ?`;
  return {
    sql: `${types.map(() => one).join(" UNION ALL ")} ORDER BY ${column} ${direction} LIMIT ${number * walkedPerFound.list}`,
    values: types.flatMap((type) => [dataset, type]),
  };
}

/** Documents that an index leads to at once. */
function foundAt(found: readonly Condition[], condition: Condition, place: ConditionPlace): Rows {
  const [leads] = found.flatMap((part) => indexOfIds(part, place.view) ?? []);
  // Rows that an index of words leads to have numbers, which SQLite holds to be dearer than looking through a whole dataset.
  const isAllByWords = found.every((part) => isByWords(part));
  const index = isAllByWords ? " NOT INDEXED" : leads === undefined ? "" : ` INDEXED BY ${leads}`;
  return { ...plainly, index, condition };
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

/** The index in which a list of a type is in its order, or nearly. */
function indexFor(condition: Condition, view: View, [first]: readonly OrderKey[]): string {
  const isTimed = first ? isByTime(first) : partsOf(condition).some(isSince);
  if (isDrafts(view)) return ` INDEXED BY documents_in_drafts${isTimed ? "_by_time" : ""}`;
  return ` INDEXED BY documents_by_${isTimed ? "time" : "type"}`;
}

/** Whether a part of a condition asks for what was changed within some time. */
const isSince = (part: Condition): boolean =>
  (part.kind === "compared" || part.kind === "dated") && isUpdatedAt(part.path);

const isByTime = ({ key }: OrderKey): boolean => isUpdatedAt(key);

const isUpdatedAt = (key: DocumentKey): boolean => key.length === 1 && key[0] === "_updatedAt";
