import { draftId, imageId, publishedId } from "../../schemas/index.ts";
import type { StoredDocument } from "../dataset/stored-document.ts";
import type { StoredStory } from "../plan/story-plan.ts";

/**
 * Adds to the stored documents of some stories the images they had at the last import: a corrected image has a new id
 * in the text but is still the same one. Sends no query if there are none.
 */
export async function addEarlierImages<Story>(
  stored: ReadonlyMap<Story, StoredStory>,
  fetchDocuments: (ids: readonly string[]) => Promise<ReadonlyMap<string, StoredDocument>>,
): Promise<Map<Story, StoredStory>> {
  const earlier = new Map([...stored].map(([story, { record }]) => [story, imageIdsOf(record?.snapshot)]));
  const missing = [...stored].flatMap(([story, { documents }]) =>
    (earlier.get(story) ?? []).filter((id) => !documents.has(id) && !documents.has(draftId(id))),
  );
  if (missing.length === 0) return new Map(stored);
  const found = await fetchDocuments(missing.flatMap((id) => [id, draftId(id)]));
  return new Map(
    [...stored].map(([story, own]) => {
      const ids = new Set(earlier.get(story));
      const images = [...found.values()].filter(({ _id }) => ids.has(publishedId(_id)));
      const documents = new Map([...own.documents, ...images.map((image) => [image._id, image] as const)]);
      return [story, { ...own, documents }];
    }),
  );
}

/** The names of members that are images. Matched without parsing: most of a run's many stories have not changed. */
const imageMember = new RegExp(`"(${imageId("")}[^"\\\\]+)":\\{`, "g");

const imageIdsOf = (snapshot = ""): string[] => [...snapshot.matchAll(imageMember)].map(([, id = ""]) => id);
