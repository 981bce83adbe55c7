import type { Commit, Dataset, DocumentSource, LakeDocument, MutationResult } from "./dataset.ts";

/** A stored transaction: what is needed to answer a repeat of the same request. */
interface StoredOutcome {
  readonly requestHash: string;
  readonly results: readonly StoredResult[];
}

export type StoredResult = Omit<MutationResult, "document">;

/** What the rules need from a store; one per dataset. Everything is synchronous: a commit cannot be interleaved. */
export interface DocumentStore
  extends DocumentSource, Pick<Dataset, "history" | "fates" | "sequenceOf" | "thinHistory"> {
  exists(id: string): boolean;
  /** The documents that hold a strong reference to this id. */
  stronglyReferencing(id: string): readonly LakeDocument[];
  outcomeOf(transactionId: string): StoredOutcome | undefined;
  /**
   * Writes documents, references and history of one transaction, all or nothing; on stable storage on return.
   * @returns The sequence that the transaction got.
   */
  write(commit: Omit<Commit, "sequence">, outcome: StoredOutcome): number;
}
