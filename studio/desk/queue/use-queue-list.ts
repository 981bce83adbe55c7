import { useMemo } from "react";
import { importRecordId, publishedId, readDocumentId, type QueueFilter } from "../../../schemas/index.ts";
import { useFrozenList, type ListQuestion, type LiveList } from "../lists/use-frozen-list.ts";
import { changedRowsQuery, countsQuery, pageQuery, type QueueCounts } from "./queue-queries.ts";
import { queueOrder, type QueueRow } from "./queue-row.ts";

/** The rows of a queue and its counts, kept up to date. */
export type QueueList = LiveList<QueueRow, QueueCounts>;

interface QueueListOptions {
  readonly filter: QueueFilter;
  /** A user's id. */
  readonly me: string;
  readonly isShown: boolean;
}

/** Lists the stories of a filter. */
export function useQueueList({ filter, me, isShown }: QueueListOptions): QueueList {
  const question = useMemo(
    (): ListQuestion<QueueRow, QueueCounts> => ({
      order: queueOrder,
      page: (after) => pageQuery(filter, me, after),
      changed: (ids) => changedRowsQuery(filter, me, ids),
      counts: countsQuery(filter, me),
      listenTo: '*[_type in ["importRecord", "article"]]',
      idOfChanged: recordIdOf,
    }),
    [filter, me],
  );
  return useFrozenList(question, isShown);
}

/** The record of the story that a document is the article of, or the record itself. */
function recordIdOf(documentId: string): string {
  const { kind, base } = readDocumentId(documentId);
  return kind === "importRecord"
    ? documentId
    : importRecordId(kind === "published" ? base : publishedId(documentId));
}
