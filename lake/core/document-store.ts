import type { Commit, Dataset, DocumentSource, LakeDocument, MutationResult } from "./dataset.ts";

/** A stored transaction: what is needed to answer a repeat of the same request. */
export interface StoredOutcome {
  readonly requestHash: string;
  readonly results: readonly StoredResult[];
}

/** What a transaction did, before it has its place in the log. */
export type UnloggedCommit = Omit<Commit, "sequence">;

export type StoredResult = Omit<MutationResult, "document">;

/** What the rules need from a store; one per dataset. Everything is synchronous: a commit cannot be interleaved. */
export interface DocumentStore
  extends DocumentSource, Pick<Dataset, "history" | "fates" | "sequenceOf" | "thinHistory"> {
  exists(id: string): boolean;
  /** The documents that hold a strong reference to this id. */
  stronglyReferencing(id: string): readonly LakeDocument[];
  outcomeOf(transactionId: string): StoredOutcome | undefined;
  /**
   * Writes documents, references and history of one transaction, all or nothing.
   *
   * @param onDurable Called with the sequence that the transaction got, as soon as it is on stable storage: before this returns,
   * unless other writers share the wait for the disk. Never called if it could not be written after all.
   */
  write(commit: UnloggedCommit, outcome: StoredOutcome, onDurable: (sequence: number) => void): void;
}
