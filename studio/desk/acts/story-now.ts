import type { SanityClient } from "@sanity/client";
import { z } from "zod";
import { draftId, importRecord, importRecordId, isAssetId, referencedIds } from "../../../schemas/index.ts";
import { type SeenDocument, seenDocument } from "../../seen/seen-document.ts";

/** An import record with its revision. */
export const storedRecord = importRecord.extend({
  _rev: z.string(),
  // What cannot be read any more is derived anew.
  review: importRecord.shape.review.catch(undefined),
});

/** All that an act may look at: a story as it is at one moment. */
export interface StoryNow {
  readonly record: z.infer<typeof storedRecord>;
  /** The article and all that it refers to, directly or not, drafts and published; and whatever else was asked for. */
  readonly documents: readonly SeenDocument[];
}

/**
 * Reads a story as it is now; `undefined` if it was not imported, or its record cannot be read.
 *
 * @param articleId Published id.
 * @param alsoRead Ids of other documents, such as the version of a picture in a release.
 */
export async function readStory(
  client: SanityClient,
  articleId: string,
  alsoRead: readonly string[] = [],
): Promise<StoryNow | undefined> {
  const found = new Map<string, SeenDocument>();
  const asked = new Set<string>();
  const recordId = importRecordId(articleId);
  let wanted = [recordId, articleId, draftId(articleId), ...alsoRead];
  while (wanted.length > 0) {
    wanted.forEach((id) => asked.add(id));
    const read = await client.fetch("*[_id in $ids]", { ids: wanted }, { perspective: "raw" });
    const documents = z.array(seenDocument).parse(read);
    for (const document of documents) found.set(document._id, document);
    wanted = referencedIds(documents.filter(({ _id }) => _id !== recordId))
      .filter((id) => !isAssetId(id))
      .flatMap((id) => [id, draftId(id)])
      .filter((id) => !asked.has(id));
  }
  const record = storedRecord.safeParse(found.get(recordId)).data;
  found.delete(recordId);
  return record && { record, documents: [...found.values()] };
}
