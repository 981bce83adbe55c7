import type { SanityDocument } from "sanity";
import {
  type StoryDocument,
  documentSchemas,
  draftId,
  publishedId,
  readDocumentId,
  referencedIds,
} from "../../schemas/index.ts";

/** Reads documents by their real ids; those that do not exist are left out. */
export type ReadDocuments = (ids: readonly string[]) => Promise<readonly SanityDocument[]>;

/**
 * Collects the drafts that must be published before a document can be: those it refers to, directly or through each
 * other, that were never published. A document that is referred to comes before the one that refers to it.
 *
 * A document that is already published is left alone: whether to publish its newer draft is a separate decision.
 */
export async function collectUnpublished(
  document: object,
  readDocuments: ReadDocuments,
): Promise<readonly SanityDocument[]> {
  const read: SanityDocument[] = [];
  const seen = new Set<string>();
  let wanted = referencedIds(document);
  while (wanted.length > 0) {
    wanted.forEach((id) => seen.add(id));
    read.push(...(await readDocuments(wanted.flatMap((id) => [id, draftId(id)]))));
    wanted = neverPublished(read)
      .flatMap(referencedIds)
      .filter((id) => !seen.has(id));
  }
  return unpublishedBeneath(document, read);
}

/** What {@link collectUnpublished} collects, of documents that have been read. Pure. */
export function unpublishedBeneath<Document extends StoryDocument>(
  document: object,
  read: readonly Document[],
): readonly Document[] {
  const drafts = new Map(neverPublished(read).map((draft) => [publishedId(draft._id), draft]));
  const ordered = new Set<Document>();
  const visiting = new Set<Document>();
  const visit = (id: string): void => {
    const draft = drafts.get(id);
    if (draft === undefined || visiting.has(draft)) return;
    visiting.add(draft);
    referencedIds(draft).forEach(visit);
    ordered.add(draft);
  };
  referencedIds(document).forEach(visit);
  return [...ordered];
}

function neverPublished<Document extends StoryDocument>(read: readonly Document[]): readonly Document[] {
  const ids = new Set(read.map(({ _id }) => _id));
  return read.filter(({ _id }) => readDocumentId(_id).kind === "draft" && !ids.has(publishedId(_id)));
}

/** The drafts that break a rule of the content model and so cannot be published. */
export const invalidAmong = <Document extends StoryDocument>(
  drafts: readonly Document[],
): readonly Document[] =>
  drafts.filter((draft) => {
    const schema = Object.entries(documentSchemas).find(([type]) => type === draft._type)?.[1];
    return schema?.safeParse(draft).success === false;
  });
