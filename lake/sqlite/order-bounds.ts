import type { Condition, DocumentKey, Scalar } from "../core/dataset.ts";
import { behindAll, partOf, partsOfKind, type PlaceKey } from "../core/order-text.ts";
import { indexedScalar } from "../core/value-kinds.ts";
import { partsOf } from "./condition-access.ts";
import type { Fragment } from "./condition-place.ts";
import { nameOfKey } from "./key-indexes.ts";

/** Where the rows for which a condition holds are in an order: from a row on, up to a text that none of them reaches. */
interface Stretch {
  readonly low: { readonly text: string; readonly id: string };
  readonly high: string;
}

/** Behind a text for some fields of an order, whatever the others are. */
const anywhere: Stretch = { low: { text: "", id: "" }, high: behindAll };
const nowhere: Stretch = { low: { text: behindAll, id: "" }, high: "" };

/** Of more fields, every field makes the work a multiple. */
const mostPlaces = 4;

/**
 * The part of an order that has all rows for which a condition holds, and perhaps others: so a page is found however far behind
 * the first row it begins.
 *
 * @param id The column by which rows with the same values are in order, which is `_id` in the view.
 * @returns Nothing where that is all of it.
 */
export function boundsSql(
  condition: Condition,
  places: readonly PlaceKey[],
  { row, id }: { readonly row: string; readonly id: string },
): Fragment | undefined {
  if (places.length > mostPlaces) return undefined;
  const { low, high } = stretchOf(condition, places);
  const from = { sql: `(${row}.value, ${id}) >= (?, ?)`, values: [low.text, low.id] };
  const to = { sql: `${row}.value < ?`, values: [high] };
  const bounds = [...(low.text === "" ? [] : [from]), ...(high === behindAll ? [] : [to])];
  if (bounds.length === 0) return undefined;
  return { sql: bounds.map(({ sql }) => sql).join(" AND "), values: bounds.flatMap(({ values }) => values) };
}

/** @param places The fields that are not yet known to have one value. */
function stretchOf(condition: Condition, places: readonly PlaceKey[]): Stretch {
  const parts = partsOf(condition);
  const [place, ...others] = places;
  const fixed = place && parts.flatMap((part) => valueIn(part, place) ?? [])[0];
  const all = parts.map((part) => stretchOfPart(part, places));
  if (fixed !== undefined) {
    const { low, high } = stretchOf(condition, others);
    all.push({ low: { ...low, text: fixed + low.text }, high: fixed + high });
  }
  return all.reduce(withinBoth, anywhere);
}

function stretchOfPart(part: Condition, places: readonly PlaceKey[]): Stretch {
  if (part.kind === "and") return stretchOf(part, places);
  if (part.kind === "or") return part.of.map((each) => stretchOf(each, places)).reduce(around, nowhere);
  if (part.kind !== "compared" || !isKnown(part.value)) return anywhere;
  const { path, op, value } = part;
  const [place] = places;
  const isAbove = op.startsWith(">");
  if (!place) {
    const isById = isAbove && isSame(path, ["_id"]);
    return isById ? { ...anywhere, low: { text: "", id: String(value) } } : anywhere;
  }
  if (!isSame(path, place.path)) return anywhere;
  const { descending } = place;
  const indexed = indexedScalar(value);
  const known = partOf(indexed, descending);
  const { low, high } = partsOfKind(indexed.kind, descending);
  const hasEqual = op.endsWith("=");
  return isAbove === descending
    ? { low: { text: low, id: "" }, high: hasEqual ? known + behindAll : known }
    : { low: { text: hasEqual ? known : known + behindAll, id: "" }, high };
}

/** The text of a field, if a part of a condition says that it has one value. */
function valueIn(part: Condition, { path, descending }: PlaceKey): string | undefined {
  if (part.kind !== "field" || !isSame(part.path, path)) return undefined;
  const [value = null, ...more] = part.values;
  return value !== null && more.length === 0 && isKnown(value)
    ? partOf(indexedScalar(value), descending)
    : undefined;
}

const isSame = (a: DocumentKey, b: DocumentKey): boolean => nameOfKey(a) === nameOfKey(b);

/** Half of a character is in an index as the one that stands for what cannot be read. */
const isKnown = (value: Scalar): boolean => typeof value !== "string" || value.isWellFormed();

function withinBoth(a: Stretch, b: Stretch): Stretch {
  return {
    low: compareLows(a.low, b.low) < 0 ? b.low : a.low,
    high: byCodePoint(a.high, b.high) < 0 ? a.high : b.high,
  };
}

function around(a: Stretch, b: Stretch): Stretch {
  return {
    low: compareLows(a.low, b.low) < 0 ? a.low : b.low,
    high: byCodePoint(a.high, b.high) < 0 ? b.high : a.high,
  };
}

const compareLows = (a: Stretch["low"], b: Stretch["low"]): number =>
  byCodePoint(a.text, b.text) || byCodePoint(a.id, b.id);

/** As SQLite compares. */
const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
