/** The three versions of one value. */
export interface Versions {
  /** The last imported value; `undefined` where there was none. */
  readonly base: unknown;
  /** What the editor left; `undefined` where the editor removed it. */
  readonly current: unknown;
  /** What the source says now; `undefined` where it no longer says anything. */
  readonly incoming: unknown;
}

/** A value that the source and an editor changed differently: the editor's stands, the source's is offered. */
export interface Conflict extends Versions {
  /** Sanity's path form, for example `body[_key=="k1"]`. */
  readonly path: string;
}

/** What three versions of a value come to. */
export interface Merge {
  readonly value: unknown;
  readonly conflicts: readonly Conflict[];
}
