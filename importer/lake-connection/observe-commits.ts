import type { Transaction } from "../dataset/transaction.ts";
import type { LakeConnection } from "./connect-lake.ts";

/** Tells of every transaction before it goes its way. */
export const observeCommits = (
  lake: LakeConnection,
  onCommit: (transaction: Transaction) => void,
): LakeConnection => ({
  read: (query, params) => lake.read(query, params),
  commit(mutations, transactionId) {
    onCommit({ transactionId, mutations });
    return lake.commit(mutations, transactionId);
  },
});
