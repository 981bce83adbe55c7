import { useMemo } from "react";
import {
  type Problem,
  importRecordId,
  openProblems,
  referencedIds,
  isAssetId,
} from "../../../schemas/index.ts";
import { useLiveQuery, type LiveQuery, type LiveResult } from "../../live/use-live-query.ts";
import { type SeenDocument, versionsOf } from "../../seen/seen-document.ts";
import { seenDocumentsQuery } from "../../seen/seen-documents-query.ts";
import { storedFields, storedRecord, type StoredRecord } from "./stored-record.ts";

const recordQuery = (articleId: string): LiveQuery<typeof storedRecord> => ({
  query: `*[_id == $id][0]{ ${storedFields} }`,
  listenTo: "*[_id == $id]",
  params: { id: importRecordId(articleId) },
  schema: storedRecord,
  perspective: "raw",
});

/** Follows what the import knows of an article. @param articleId Published id. */
export const useRecord = (articleId: string): LiveResult<StoredRecord | null> =>
  useLiveQuery(useMemo(() => recordQuery(articleId), [articleId]));

/**
 * Follows the documents of a story: the article and what it refers to, drafts and published; `undefined` until they are known.
 *
 * @param shown The article as the form shows it.
 */
export function useStoryDocuments(
  articleId: string,
  shown: Readonly<Record<string, unknown>>,
): readonly SeenDocument[] | undefined {
  const ids = [articleId, ...referencedIds(shown).filter((id) => !isAssetId(id))]
    .flatMap(versionsOf)
    .join(" ");
  const result = useLiveQuery(useMemo(() => seenDocumentsQuery(ids.split(" ")), [ids]));
  return result.kind === "loaded" ? result.value : undefined;
}

/** What is open about a story, the gravest first, without its suggestions. Pure. */
export const problemsOf = (
  record: StoredRecord,
  documents: readonly SeenDocument[] | undefined,
): readonly Problem[] => (documents === undefined ? [] : openProblems({ record, documents }));
