import { readSnapshot, referencedIds } from "../../../schemas/index.ts";
import { isUntouched } from "../../dataset/transaction.ts";
import type { RecordedStory } from "../recorded-story.ts";
import type { Fields, SeenStory, ShownOf, StoryContent } from "./seen-story.ts";

/** A story as it was imported and as it is shown now; `undefined` if its article is gone. Pure. */
export function toSeenStory(record: RecordedStory, shownOf: ShownOf): SeenStory | undefined {
  const id = record.article._ref;
  const snapshot = readSnapshot(record.snapshot);
  const [before, now] = [snapshot[id], shownOf(id)];
  if (before === undefined || now === undefined) return undefined;
  const imported = versionOf(before, (image) => snapshot[image]);
  const shown = versionOf(now, shownOf);
  const isTouched = [now, ...imagesIn(now).flatMap((image) => shownOf(image) ?? [])].some(
    (one) => !isUntouched(one),
  );
  return { record, imported, shown, isLookedAt: isTouched || (record.decision ?? null) !== null };
}

/** Published ids of the images, among others, that an article refers to. */
export const imagesIn = (article: Fields): string[] => [...new Set(referencedIds([article]))];

const versionOf = (article: Fields, find: (id: string) => Fields | undefined): StoryContent => ({
  article,
  images: imagesIn(article).flatMap((id) => {
    const found = find(id);
    return found?.["_type"] === "newsImage" ? [found] : [];
  }),
});
