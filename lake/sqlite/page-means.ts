import type { Condition } from "../core/dataset.ts";
import type { ConditionPlace, Fragment } from "./condition-place.ts";
import type { KeyIndexes } from "./key-indexes.ts";

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

/** Where the rows of a page come from. */
export interface Rows {
  /** `d`, or the index of values that leads to the documents. */
  readonly first: string;
  /** ` INDEXED BY …`, or nothing where SQLite finds the way by itself. */
  readonly index: string;
  /** Whether they may come in the order asked. */
  readonly isListed: boolean;
  readonly condition: Condition;
  /** Where the rows are in order by one text: between which of them those lie for which the condition holds. */
  readonly within?: Fragment;
  /** The types whose lists are merged into one, each in the order asked; absent: the list is one. */
  readonly merged?: readonly string[];
}

export interface Access {
  readonly rows: Rows;
  readonly place: ConditionPlace;
}
