import { importRunId, type ImportRun } from "../../schemas/index.ts";
import { ImportError } from "../import-error.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";
import { transactionIdOf } from "../dataset/transaction.ts";

/** How a run ended. */
export type RunEnd = Required<Pick<ImportRun, "finishedAt">> & Pick<ImportRun, "counts">;

/** A connection that keeps account of its run in the dataset. */
export interface RecordedRun {
  readonly lake: LakeConnection;
  /** Completes the account; writes nothing for a run that wrote nothing. */
  finish(end: RunEnd): Promise<void>;
}

/**
 * Keeps the account of a run: made in the same transaction as the first thing that the run writes, so that a run
 * that was cut off is known too, and one that changes nothing sends nothing.
 */
export function recordRun(
  lake: LakeConnection,
  run: { readonly id: string; readonly at: string },
): RecordedRun {
  const account: ImportRun = {
    _id: importRunId(run.id),
    _type: "importRun",
    run: run.id,
    startedAt: run.at,
  };
  let isBegun = false;
  return {
    lake: {
      read: (query, params) => lake.read(query, params),
      async commit(mutations, transactionId) {
        if (isBegun) return lake.commit(mutations, transactionId);
        const result = await lake.commit([{ createIfNotExists: account }, ...mutations], transactionId);
        if (result.kind === "done") isBegun = true;
        return result;
      },
    },
    async finish(end) {
      if (!isBegun) return;
      const finished: ImportRun = { ...account, ...end };
      const id = transactionIdOf([run.id, "finish"]);
      try {
        await lake.commit([{ delete: { id: account._id } }, { create: finished }], id);
      } catch (error) {
        // The stories are written: without its end the account reads as that of a run that was cut off.
        if (!(error instanceof ImportError)) throw error;
      }
    },
  };
}
