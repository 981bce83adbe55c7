import type { Dataset, LakeDocument } from "./dataset.ts";
import { stateBefore } from "./replay-commits.ts";

/** A transaction id, a time, or the last moment at which the document existed. */
export type Moment = { readonly revision: string } | { readonly time: string } | "last";

/** The documents as they were at a moment, including that moment's transaction; those that did not exist are left out. */
export function documentsAsOf(
  dataset: Dataset,
  ids: readonly string[],
  moment: Moment,
): readonly LakeDocument[] {
  return ids.flatMap((id) => {
    const document = documentAsOf(dataset, id, moment);
    return document === null ? [] : dataset.shown(document);
  });
}

function documentAsOf(dataset: Dataset, id: string, moment: Moment): LakeDocument | null {
  const sequence =
    typeof moment === "object" && "revision" in moment ? dataset.sequenceOf(moment.revision) : undefined;
  if (typeof moment === "object" && "revision" in moment && sequence === undefined) return null;

  let state = dataset.documents([id])[0] ?? null;
  for (const transaction of dataset.history({ ids: [id], reverse: true })) {
    const reached =
      moment === "last"
        ? state !== null
        : "time" in moment
          ? transaction.timestamp <= moment.time
          : transaction.sequence <= (sequence ?? 0);
    if (reached) return state;
    for (const change of transaction.changes) state = stateBefore(change, state);
  }
  return state;
}
