import { keyOfPlaces, type PlaceKey } from "../core/order-text.ts";
import type { DocumentKey, OrderKey, View } from "../core/dataset.ts";
import { isIndexable, rowOf, type ConditionPlace } from "./condition-place.ts";
import { isPlaceSql } from "./seen-sql.ts";

/** The keys of an order that make a difference: no two documents share the `_id`, which decides in the end anyway. */
export function decidingKeys(order: readonly OrderKey[]): readonly OrderKey[] {
  const last = order.findIndex(({ key, descending }) => isId(key) && !descending);
  return last === -1 ? order : order.slice(0, last);
}

/** Whether documents are in a list that is in this order, or nearly: that of their ids, or of when they were changed. */
export function isListed([first]: readonly OrderKey[]): boolean {
  return first === undefined || isId(first.key) || isUpdatedAt(first.key);
}

export const isUpdatedAt = (key: DocumentKey): boolean => key.length === 1 && key[0] === "_updatedAt";

const isId = (key: DocumentKey): boolean => key.length === 1 && key[0] === "_id";

/**
 * The keys of indexes that have documents in an order, the best one first: in full, or by the first field alone, so that what has
 * the same value there has yet to be put in order.
 */
export function keysOfOrder(order: readonly OrderKey[], view: View): readonly DocumentKey[] {
  const inFull = keyInFull(order, view);
  const first = order.slice(0, 1).map(({ key }) => key);
  return [...(inFull === undefined ? [] : [inFull]), ...first].filter(isIndexable);
}

/** An index that has documents in an order in full, ids included. */
export interface RowInFull {
  readonly row: string;
  /** The fields of the order, if they are in the index as one text. */
  readonly places?: readonly PlaceKey[];
  /** What holds of its rows alone. */
  readonly sql: string;
}

export function rowInFull(order: readonly OrderKey[], place: ConditionPlace): RowInFull | undefined {
  const key = keyInFull(order, place.view);
  const row = key === undefined ? undefined : rowOf(key, place);
  if (row === undefined) return undefined;
  if (typeof key !== "string") return { row, sql: "TRUE" };
  return { row, places: placesOf(order) ?? [], sql: isPlaceSql(row) };
}

function keyInFull(order: readonly OrderKey[], { layers }: View): DocumentKey | undefined {
  const places = placesOf(order);
  if (!places) return undefined;
  const [first, ...more] = places;
  // An index of values has one rising field in order, with published ids behind it.
  const isInValues = layers !== undefined && more.length === 0 && first?.descending === false;
  return isInValues ? first.path : keyOfPlaces(places);
}

/** The fields of an order, if it is one of fields that each perspective has alike, and not that of a list. */
function placesOf(order: readonly OrderKey[]): readonly PlaceKey[] | undefined {
  const places = decidingKeys(order).flatMap(({ key, descending }) =>
    typeof key === "string" || idFields.has(String(key[0])) ? [] : { path: key, descending },
  );
  const [first] = places;
  const isOfFields = places.length === decidingKeys(order).length;
  return first && isOfFields && isIndexable(first.path) ? places : undefined;
}

const idFields: ReadonlySet<string> = new Set(["_id", "_originalId"]);
