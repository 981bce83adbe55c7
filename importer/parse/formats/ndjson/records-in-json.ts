import { isObject } from "../../fields/json-values.ts";
import type { DataRecord } from "../../mapping/field-at.ts";

/** A value in a JSON document, and its path: `articles[3]`; `$` for the document itself. */
export interface PlacedValue {
  readonly value: unknown;
  readonly place: string;
}

/** Answers of services have their records no deeper: `data.articles`, `response.docs`. */
const deepest = 4;

/**
 * Finds the records of a JSON document: the document itself, if it is one; else the items of the first list with a
 * record in it, the outermost lists first. Pure; without any it returns none.
 *
 * @param isRecord Whether an object is a story, as far as its fields say.
 * @param isWhole Whether the document is one story, and what is in it belongs to that.
 */
export function recordsInJson(
  document: unknown,
  isRecord: (record: DataRecord) => boolean,
  isWhole: (record: DataRecord) => boolean,
): readonly PlacedValue[] {
  if (isObject(document) && isWhole(document)) return [{ value: document, place: "$" }];
  let level: readonly PlacedValue[] = [{ value: document, place: "" }];
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const list = level.find(
      ({ value }) => Array.isArray(value) && value.some((item) => isObject(item) && isRecord(item)),
    );
    if (list !== undefined) return membersOf(list);
    level = level.filter(({ value }) => isObject(value)).flatMap(membersOf);
  }
  return [];
}

function membersOf({ value, place }: PlacedValue): PlacedValue[] {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => ({ value: item, place: `${place}[${index}]` }));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, member]) => ({
    value: member,
    place: place === "" ? name : `${place}.${name}`,
  }));
}
