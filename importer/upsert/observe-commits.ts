import type { PlannedMutation } from "../plan/story-plan.ts";
import type { LakeConnection } from "./connect-lake.ts";

/** A transaction that would be sent. */
export interface PlannedTransaction {
  readonly transactionId: string;
  readonly mutations: readonly PlannedMutation[];
}

/** Tells of every transaction before it goes its way. */
export const observeCommits = (
  lake: LakeConnection,
  onCommit: (transaction: PlannedTransaction) => void,
): LakeConnection => ({
  read: (query, params) => lake.read(query, params),
  commit(mutations, transactionId) {
    onCommit({ transactionId, mutations });
    return lake.commit(mutations, transactionId);
  },
});
