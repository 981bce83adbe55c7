import { z } from "zod";
import { draftId, publishedId } from "../../schemas/index.ts";

/** A document as an editor saw it when deciding. */
export const seenDocument = z
  .looseObject({ _id: z.string(), _type: z.string(), _rev: z.string() })
  .readonly();
export type SeenDocument = z.infer<typeof seenDocument>;

/** Ids of the documents in which an editor sees a document, the one that is shown first. Pure. */
export const versionsOf = (documentId: string): string[] =>
  documentId === publishedId(documentId) ? [draftId(documentId), documentId] : [documentId];

/** The document that editors see under an id: the draft, unless there is none. Pure. */
export const shownOf = (documentId: string, all: readonly SeenDocument[]): SeenDocument | undefined =>
  versionsOf(documentId)
    .flatMap((id) => all.find(({ _id }) => _id === id) ?? [])
    .at(0);
