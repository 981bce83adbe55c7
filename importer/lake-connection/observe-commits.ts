import type { Transaction } from "../dataset/transaction.ts";
import type { LakeConnection } from "./connect-lake.ts";

/** Calls `onCommit` with every transaction before it is sent. */
export const observeCommits = (
  lake: LakeConnection,
  onCommit: (transaction: Transaction) => void,
): LakeConnection => ({
  ...lake,
  commit(mutations, transactionId, options) {
    onCommit({ transactionId, mutations });
    return lake.commit(mutations, transactionId, options);
  },
});
