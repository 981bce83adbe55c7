import type { Condition, OrderKey, Page, View } from "../core/dataset.ts";
import { fieldsIn, isByWords, isInIndex, isSelective, membersRow, partsOf } from "./condition-access.ts";
import { columnOf, rowOf, type ConditionPlace, type Fragment } from "./condition-place.ts";
import { conditionSql } from "./condition-sql.ts";
import { isSoonFull } from "./is-soon-full.ts";
import { typeOfAll, typesOfAll } from "./key-indexes.ts";
import { counted, numberFound, numberReferring } from "./number-found.ts";
import { isListed, isUpdatedAt, rowInFull } from "./order-access.ts";
import { boundsSql } from "./order-bounds.ts";
import type { Access, PageMeans, Rows } from "./page-means.ts";
import { isDrafts, isPublished } from "./view-sql.ts";

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
  const leading = leadingRows(parts, place, means);
  const sized = leading.map(({ row, led, count }) => ({
    ...{ row, led },
    size: leading.length > 1 || walk ? count() : 0,
  }));
  const [fewest] = sized.sort((a, b) => a.size - b.size);
  if (fewest) {
    const { row, size, led } = fewest;
    const isWalked =
      walk && (size >= lengthOf(walk, means) || (led !== undefined && isSoonFull(walk, [led], page, means)));
    if (!isWalked) return byIndex(row, condition, { ...place, led });
  }
  if (walk) return walk;
  const ordered = byOrder(page, place);
  if (ordered) return ordered;
  // To look through an index is much faster than to look at every document.
  const [asked] =
    order.length === 0 && to === undefined
      ? fieldsIn(condition).flatMap((key) => rowOf(key, place) ?? [])
      : [];
  return asked ? byIndex(asked, condition, place) : inList(page, place);
}

/** An index that finds documents for which a part of a condition holds. */
interface Leading {
  readonly row: string;
  /** That part, if it is of what a list holds. */
  readonly led?: Condition;
  /** Counts them, as far as that makes a difference. */
  readonly count: () => number;
}

const plainly = { first: "d", index: "", isListed: false } as const;

/** The rows of an index of values, which are all of its type, or of what lists hold: of the value that leads there. */
export function byIndex(first: string, condition: Condition, place: ConditionPlace): Access {
  const rest = withoutTypes(condition, [typeOfAll(condition)]);
  const ofValues = `indexed_values_${isPublished(place.view) ? "published" : "by_value"}`;
  const index = ` INDEXED BY ${place.led ? "indexed_members_by_value" : ofValues}`;
  return {
    rows: { first, index, isListed: true, condition: rest },
    place: { ...place, checkedBy: first },
  };
}

/** The rows of an index that has them in the order asked, or at least by its first key. */
function byOrder({ condition, view, order = [] }: Page, place: ConditionPlace): Access | undefined {
  const inFull = rowInFull(order, place);
  const row = inFull?.row ?? (order[0] && rowOf(order[0].key, place));
  if (row === undefined) return undefined;
  const { rows, place: within } = byIndex(row, condition, place);
  if (!inFull?.places) return { rows, place: within };
  const bounds = boundsSql(condition, inFull.places, { row, id: idOfRow(rows, view) });
  return {
    rows: {
      ...rows,
      ...(view.layers ? {} : { index: " INDEXED BY indexed_values_in_order" }),
      within: bounds
        ? { sql: `${inFull.sql} AND ${bounds.sql}`, values: bounds.values }
        : { sql: inFull.sql, values: [] },
    },
    place: within,
  };
}

/** How many rows a walk would go through, as far as that makes a difference. */
function lengthOf({ rows: { first, within } }: Access, { count, many }: PageMeans): number {
  return within && within.values.length > 0 ? count(counted(within, rowsOf(first), [], many)) : many;
}

const rowsOf = (row: string): string =>
  `indexed_values ${row} INDEXED BY indexed_values_by_value WHERE ${row}.number = ${row.slice(1)}`;

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
    return byOrder(page, place) ?? (isListed(order) ? inList(page, place) : undefined);
  }
  if (!first || !isUpdatedAt(first.key) || order.length > 1) return undefined;
  const merged = typesOfAll(condition) ?? means.types();
  if (merged.length === 0 || merged.length > mostMerged) return undefined;
  const list = inList(page, place);
  return { ...list, rows: { ...list.rows, condition: withoutTypes(condition, merged), merged } };
}

/** The `_id` that a document of a row has in a view. */
export const idOfRow = ({ first }: Pick<Rows, "first">, view: View): string =>
  first === "d" ? idColumn(view) : `${first}.${view.layers ? "published_id" : "id"}`;

export const idColumn = (view: View): string => columnOf(["_id"], view) ?? "d.id";

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

/** The indexes that find the documents for which parts of a condition hold: a range is two parts, and one stretch of an index. */
function leadingRows(
  parts: readonly Condition[],
  place: ConditionPlace,
  means: PageMeans,
): readonly Leading[] {
  const lists = parts.flatMap((led): readonly Leading[] => {
    const row = membersRow(led, place);
    return row === undefined ? [] : [{ row, led, count: () => numberFound(led, means) }];
  });
  const byRow = Map.groupBy(
    parts.flatMap((part) => leadingRow(part, place) ?? []),
    ({ row }) => row,
  );
  const values = [...byRow].map(([row, all]) => {
    const sql = {
      sql: all.map(({ sql }) => sql.sql).join(" AND "),
      values: all.flatMap(({ sql }) => sql.values),
    };
    return { row, count: () => means.count(counted(sql, rowsOf(row), [], means.many)) };
  });
  return [...values, ...lists];
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
  const isTimed = first ? isUpdatedAt(first.key) : partsOf(condition).some(isSince);
  if (isDrafts(view)) return ` INDEXED BY documents_in_drafts${isTimed ? "_by_time" : ""}`;
  return ` INDEXED BY documents_by_${isTimed ? "time" : "type"}`;
}

/** Whether a part of a condition asks for what was changed within some time. */
const isSince = (part: Condition): boolean =>
  (part.kind === "compared" || part.kind === "dated") && isUpdatedAt(part.path);
