import type { PlannedMutation } from "../plan/story-plan.ts";
import type { LakeConnection } from "./connect-lake.ts";

/** A transaction as it is planned, whether or not it is sent. */
export interface PlannedTransaction {
  readonly transactionId: string;
  readonly mutations: readonly PlannedMutation[];
}

/** Tells of every transaction before it goes its way. */
export const observeCommits = (
  lake: LakeConnection,
  onCommit: (transaction: PlannedTransaction) => void,
): LakeConnection => ({
  ...lake,
  commit(mutations, transactionId, options) {
    onCommit({ transactionId, mutations });
    return lake.commit(mutations, transactionId, options);
  },
});
