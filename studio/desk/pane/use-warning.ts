import { useMemo } from "react";
import { z } from "zod";
import { importRecord, importRecordId } from "../../../schemas/index.ts";
import { useLiveQuery, type LiveQuery } from "../../live/use-live-query.ts";
import type { Warning } from "../acts/act.ts";
import { warningOf } from "../acts/warning-of.ts";
import { useNow } from "../queue/use-now.ts";
import { useOrderedArticle } from "./use-ordered-article.ts";

const standing = z
  .object({
    article: importRecord.shape.article,
    review: importRecord.shape.review
      .nullish()
      .transform((review) => review ?? undefined)
      .catch(undefined),
  })
  .nullable();

const standingQuery = (articleId: string): LiveQuery<typeof standing> => ({
  query: "*[_id == $id][0]{ article, review }",
  listenTo: "*[_id == $id]",
  params: { id: importRecordId(articleId) },
  schema: standing,
  perspective: "raw",
});

/**
 * Follows whether an order of its source speaks against publishing a document: of a story that was not imported, and of
 * anything that is no story, none does.
 *
 * @param id Published id.
 * @returns `undefined` where none does, and until it is known.
 */
export function useWarning(id: string): Warning | undefined {
  const now = useNow();
  const record = useLiveQuery(useMemo(() => standingQuery(id), [id]));
  const documents = useOrderedArticle(id);
  if (record.kind !== "loaded" || record.value === null || documents.kind !== "loaded") return undefined;
  return warningOf({ record: record.value, documents: documents.value }, now);
}
