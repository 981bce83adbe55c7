import { type ImportRun, importRunId } from "../../schemas/index.ts";
import { transactionIdOf } from "../dataset/transaction.ts";
import { ImportError } from "../import-error.ts";
import { Interrupted } from "../interrupted.ts";
import type { LakeConnection } from "../lake-connection/connect-lake.ts";

/** How a run ended. */
type RunEnd = Required<Pick<ImportRun, "finishedAt">> & Pick<ImportRun, "counts" | "failures">;

/** A connection that records its run in the dataset. */
export interface RecordedRun {
  readonly lake: LakeConnection;
  /** Completes the run's record; writes nothing for a run that wrote nothing. */
  finish(end: RunEnd): Promise<void>;
}

/**
 * Records a run in the same transaction as the first thing it writes, so that a run that was cut off is recorded too,
 * and one that changes nothing sends nothing.
 */
export function recordRun(
  lake: LakeConnection,
  run: { readonly id: string; readonly at: string; readonly taught?: string | undefined },
): RecordedRun {
  const account: ImportRun = {
    _id: importRunId(run.id),
    _type: "importRun",
    run: run.id,
    startedAt: run.at,
    ...(run.taught !== undefined && { taught: run.taught }),
  };
  let isBegun = false;
  return {
    lake: {
      ...lake,
      async commit(mutations, transactionId, options) {
        if (isBegun) return lake.commit(mutations, transactionId, options);
        const begun = [{ createIfNotExists: account }, ...mutations];
        const result = await lake.commit(begun, transactionId, options);
        if (result.kind === "done" && result.isWritten) isBegun = true;
        return result;
      },
    },
    async finish(end) {
      if (!isBegun) return;
      const finished: ImportRun = { ...account, ...end };
      const id = transactionIdOf([run.id, "finish"]);
      try {
        // An interrupted run has also ended, and is recorded as such.
        const mutations = [{ delete: { id: account._id } }, { create: finished }];
        await lake.commit(mutations, id, { afterAbort: true });
      } catch (error) {
        // The stories are written; without its end the run only looks as if it was cut off.
        if (!(error instanceof ImportError || error instanceof Interrupted)) throw error;
      }
    },
  };
}
