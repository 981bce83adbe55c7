import { draftId, imageId, isSourceId, publishedId, referencedIds } from "../../schemas/index.ts";
import type { StoredDocument } from "../dataset/stored-document.ts";
import type { StoredStory } from "../plan/story-plan.ts";

/**
 * Adds to the stored documents of some stories the images that belong to them besides: those they had at the last import,
 * since a corrected image has a new id in the text but is still the same one; and those that editors have put into the
 * article, since where a story stands on the desk depends on all that it shows. Sends no query if there are none.
 */
export async function addImages<Story>(
  stored: ReadonlyMap<Story, StoredStory>,
  fetchDocuments: (ids: readonly string[]) => Promise<ReadonlyMap<string, StoredDocument>>,
): Promise<Map<Story, StoredStory>> {
  const wanted = new Map([...stored].map(([story, own]) => [story, new Set(imagesOf(own))]));
  const missing = [...stored].flatMap(([story, { documents }]) =>
    [...(wanted.get(story) ?? [])].filter((id) => !documents.has(id) && !documents.has(draftId(id))),
  );
  if (missing.length === 0) return new Map(stored);
  const found = await fetchDocuments([...new Set(missing)].flatMap((id) => [id, draftId(id)]));
  return new Map(
    [...stored].map(([story, own]) => {
      const images = [...found.values()].filter(({ _id }) => wanted.get(story)?.has(publishedId(_id)));
      const documents = new Map([...own.documents, ...images.map((image) => [image._id, image] as const)]);
      return [story, { ...own, documents }];
    }),
  );
}

/** Published ids of the images of a story; one that an editor has made may have any id. */
function imagesOf({ record, documents }: StoredStory): string[] {
  const articles = [...documents.values()].filter(({ _type }) => _type === "article");
  return [...imageIdsOf(record?.snapshot), ...referencedIds(articles).filter((id) => !isSourceId(id))];
}

/** The names of members that are images. Matched without parsing: most of a run's many stories have not changed. */
const imageMember = new RegExp(`"(${imageId("")}[^"\\\\]+)":\\{`, "g");

const imageIdsOf = (snapshot = ""): string[] => [...snapshot.matchAll(imageMember)].map(([, id = ""]) => id);
