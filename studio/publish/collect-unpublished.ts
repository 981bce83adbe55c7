import type { SanityDocument } from "sanity";
import { documentSchemas, draftId, publishedId, readDocumentId, referencedIds } from "../../schemas/index.ts";

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
  const found = new Map<string, SanityDocument>();
  const seen = new Set<string>();
  let wanted = referencedIds(document);
  while (wanted.length > 0) {
    wanted.forEach((id) => seen.add(id));
    const documents = await readDocuments(wanted.flatMap((id) => [id, draftId(id)]));
    const published = new Set(documents.map(({ _id }) => _id));
    const unpublished = documents.filter(
      ({ _id }) => readDocumentId(_id).kind === "draft" && !published.has(publishedId(_id)),
    );
    for (const draft of unpublished) found.set(draft._id, draft);
    wanted = unpublished.flatMap(referencedIds).filter((id) => !seen.has(id));
  }
  return dependenciesFirst(found);
}

function dependenciesFirst(drafts: ReadonlyMap<string, SanityDocument>): readonly SanityDocument[] {
  const ordered = new Set<SanityDocument>();
  const visiting = new Set<SanityDocument>();
  const visit = (draft: SanityDocument): void => {
    if (visiting.has(draft)) return;
    visiting.add(draft);
    for (const id of referencedIds(draft)) {
      const target = drafts.get(draftId(id));
      if (target !== undefined) visit(target);
    }
    ordered.add(draft);
  };
  for (const draft of drafts.values()) visit(draft);
  return [...ordered];
}

/** The drafts that break a rule of the content model and so cannot be published. */
export const invalidAmong = (drafts: readonly SanityDocument[]): readonly SanityDocument[] =>
  drafts.filter((draft) => {
    const schema = Object.entries(documentSchemas).find(([type]) => type === draft._type)?.[1];
    return schema?.safeParse(draft).success === false;
  });
