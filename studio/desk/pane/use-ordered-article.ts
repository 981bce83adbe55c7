import { useMemo } from "react";
import { useLiveQuery, type LiveResult } from "../../live/use-live-query.ts";
import { type SeenDocument, versionsOf } from "../../seen/seen-document.ts";
import { seenDocumentsQuery } from "../../seen/seen-documents-query.ts";

/** What tells the orders of a source, and how their words run. The body, which is long, changes with each key. */
const fields = "_id, _type, _rev, pubStatus, embargoedUntil, edNote, language, direction";

/** Follows the versions of an article, as far as orders of its source go. @param id Published id. */
export function useOrderedArticle(id: string): LiveResult<readonly SeenDocument[]> {
  return useLiveQuery(
    useMemo(() => ({ ...seenDocumentsQuery(versionsOf(id)), query: `*[_id in $ids]{ ${fields} }` }), [id]),
  );
}
