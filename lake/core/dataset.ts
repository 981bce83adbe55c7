/**
 * The contract between the rules of the lake and whatever stores documents.
 * Nothing here knows HTTP or SQL.
 */

/** A document as the lake stores it: the five system fields, and whatever content the client sent. */
export interface LakeDocument {
  readonly _id: string;
  readonly _type: string;
  /** The id of the transaction that last changed the document. */
  readonly _rev: string;
  /** UTC, second or millisecond precision. */
  readonly _createdAt: string;
  readonly _updatedAt: string;
  readonly [field: string]: unknown;
}

/** One mutation in the wire form of `POST /data/mutate`, e.g. `{create: {...}}` or `{patch: {...}}`. */
export type Mutation = Readonly<Record<string, unknown>>;

/** A pair of Mendoza patches that turn the document before into the one after, and back (both without `_rev`). */
export interface Effects {
  readonly apply: readonly unknown[];
  readonly revert: readonly unknown[];
}

/** What one transaction did to one document. */
export interface DocumentChange {
  readonly id: string;
  readonly before: LakeDocument | null;
  readonly after: LakeDocument | null;
  /** Only this document's mutations, with concrete paths: replaying them on `before` gives `after`. */
  readonly mutations: readonly Mutation[];
  readonly effects: Effects;
}

/** One committed transaction. */
export interface Commit {
  /** Grows by one with each transaction of the dataset. */
  readonly sequence: number;
  readonly transactionId: string;
  /** UTC with milliseconds; never before any `_updatedAt` it produced. */
  readonly timestamp: string;
  /** User id of the author. */
  readonly author: string;
  readonly changes: readonly DocumentChange[];
}

export interface CommitRequest {
  readonly mutations: readonly Mutation[];
  readonly author: string;
  /** Must be unused in the dataset, or be a repeat of the same request; made by the dataset when absent. */
  readonly transactionId?: string;
  /** Run every check, write nothing. */
  readonly dryRun?: boolean;
  readonly autoGenerateArrayKeys?: boolean;
}

/** How one mutation ended, in the order in which documents were first mentioned. */
export interface MutationResult {
  readonly id: string;
  readonly operation: "create" | "update" | "delete" | "none";
  readonly document: LakeDocument | null;
}

export interface CommitResult {
  readonly transactionId: string;
  readonly results: readonly MutationResult[];
}

/**
 * One dataset: read, commit, subscribe.
 *
 * Commits are serial and atomic, and durable before `commit` returns. Subscribers hear of a
 * commit after it is visible to every read.
 */
export interface Dataset {
  readonly name: string;
  /** The documents with these real ids (no perspective); unknown ids are left out. */
  documents(ids: readonly string[]): readonly LakeDocument[];
  /** @throws {LakeError} When a mutation breaks a rule; then nothing was written. */
  commit(request: CommitRequest): CommitResult;
  /** @returns A function that ends the subscription. */
  subscribe(listener: (commit: Commit) => void): () => void;
}
