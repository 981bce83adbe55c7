import type { AskedWords, Condition, DocumentKey, FieldPath, View } from "../core/dataset.ts";
import { publishedLayer } from "../core/document-id.ts";
import { nameOfKey, type KeyIndexes } from "./key-indexes.ts";
import type { Frequency } from "./words-sql.ts";

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
  /** Whether so few documents refer to any of some that they are rather listed than asked for row by row; no, unless told. */
  readonly hasFewReferring?: ((targets: readonly string[]) => boolean) | undefined;
  /** Indexes with a row `v1`, `v2`, … for each row `d`, by the names of their keys. */
  readonly indexes: KeyIndexes;
  /** The row that something else than this condition finds, so that it has to be checked row by row. */
  readonly checkedBy?: string | undefined;
  /** The condition that all such rows meet that the index is asked for, if they are of what lists hold. */
  readonly led?: Condition | undefined;
}

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

/** The row of the index of a field or an expression, if there is one. */
export function rowOf(key: DocumentKey, { indexes }: ConditionPlace): string | undefined {
  const number = isIndexable(key) ? indexes.get(nameOfKey(key)) : undefined;
  return number === undefined ? undefined : `v${number}`;
}

/** Whether there may be an index of a key: it is no column in any view. */
export function isIndexable(key: DocumentKey): boolean {
  return typeof key === "string" || !columnOf(key, { layers: [] });
}
