/** The three versions of one value. */
export interface Versions {
  /** The last imported value; `undefined` where there was none. */
  readonly base: unknown;
  /** The stored value; `undefined` where an editor removed it. */
  readonly current: unknown;
  /** The source's new value; `undefined` where it no longer has one. */
  readonly incoming: unknown;
}

/** A value that the source and an editor changed differently: the editor's is kept, the source's is suggested. */
export interface Conflict extends Versions {
  /** Sanity's path form, for example `body[_key=="k1"]`. */
  readonly path: string;
}

/** The merge of three versions of a value. */
export interface Merge {
  readonly value: unknown;
  readonly conflicts: readonly Conflict[];
}
