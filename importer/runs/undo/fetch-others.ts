import { draftId, publishedId, referencedIds } from "../../../schemas/index.ts";
import { valuesOf } from "../../dataset/run-history.ts";
import type { StoredDocument } from "../../dataset/stored-document.ts";
import type { LakeConnection } from "../../lake-connection/connect-lake.ts";
import { fetchDocuments } from "../../lake-connection/fetch-documents.ts";
import type { WrittenStory } from "../fetch-runs.ts";

type Documents = ReadonlyMap<string, StoredDocument>;

/**
 * Reads what a story consists of besides the documents that a run wrote: its article, and the pictures that the article
 * shows, or showed before. Where the story stands on the desk depends on them.
 */
export async function fetchOthers(
  lake: LakeConnection,
  { article, history }: WrittenStory,
  { run, documents }: { readonly run: string; readonly documents: Documents },
): Promise<Documents> {
  const own = publishedId(article._ref);
  const articles = await fetchMissing(lake, [own], documents);
  const known = [...documents.values(), ...articles.values()].filter(({ _type }) => _type === "article");
  const { before } = valuesOf(history, run);
  const pictures = await fetchMissing(
    lake,
    referencedIds([known, before[own], before[draftId(own)]]),
    documents,
  );
  return new Map([...articles, ...pictures]);
}

/** Reads drafts and published documents under some published ids, apart from those that are known. */
const fetchMissing = (lake: LakeConnection, ids: readonly string[], known: Documents): Promise<Documents> =>
  fetchDocuments(
    lake,
    ids.flatMap((id) => [id, draftId(id)]).filter((id) => !known.has(id)),
  );
