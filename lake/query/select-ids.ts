import { isRecord, type DocumentSource, type LakeDocument } from "../core/dataset.ts";
import type { Params } from "./parse/parse-query.ts";
import { runQueryNow, type QueryContext } from "./run-query.ts";
import { TookTooLong, withinTime } from "./within-time.ts";
import { maxBlockingQueryMs } from "../core/limits.ts";
import { queryTookTooLong } from "../core/query-limits.ts";
import { invalid } from "../core/rule-violation.ts";
import type { ChangedDocument } from "../core/running-transaction.ts";

/**
 * The ids of the documents that the query of a patch or delete finds, as the running transaction sees them.
 *
 * @throws {LakeError} When the query is wrong, or takes longer than it may. @throws {RuleViolation} When it returns anything but documents.
 */
export function idsSelectedBy(
  stored: DocumentSource,
  changed: readonly ChangedDocument[],
  request: { readonly query: string; readonly params: Params },
  context: QueryContext,
): readonly string[] {
  const result = inTime(() => runQueryNow(withChanges(stored, changed), { ...request, view: {} }, context));
  return [result].flat().flatMap((document) => {
    if (document === null) return [];
    if (isRecord(document) && typeof document["_id"] === "string") return [document["_id"]];
    throw invalid(`Cannot select documents with "${request.query}": it must return documents`);
  });
}

/** Nothing is half done when it is given up: the transaction has not begun to write. */
function inTime<Result>(work: () => Result): Result {
  try {
    return withinTime(maxBlockingQueryMs, work);
  } catch (error) {
    throw error instanceof TookTooLong ? queryTookTooLong(maxBlockingQueryMs) : error;
  }
}

/** Stored documents, replaced by their changed states. A changed one is always a candidate: the query filters it. */
function withChanges(stored: DocumentSource, changed: readonly ChangedDocument[]): DocumentSource {
  const touched = new Map(changed.map(({ id, after }) => [id, after]));
  const present = [...touched.values()].filter((document): document is LakeDocument => document !== null);
  return {
    reshaped: stored.reshaped,
    documents: (ids) => [
      ...stored.documents(ids.filter((id) => !touched.has(id))),
      ...present.filter(({ _id }) => ids.includes(_id)),
    ],
    select: (condition, view) => {
      const untouched = stored.select(condition, view).filter(({ _id }) => !touched.has(_id));
      return [...untouched, ...present].sort((a, b) => (a._id < b._id ? -1 : 1));
    },
  };
}
