import { z } from "zod";
import { readSnapshot, referencedIds } from "../../../schemas/index.ts";
import { isUntouched } from "../../dataset/transaction.ts";
import type { RecordedStory } from "../recorded-story.ts";
import { keptValues } from "./kept-values.ts";
import type { Fields, SeenStory, ShownOf, StoryContent } from "./seen-story.ts";

const decided = z.object({ at: z.string() });

/** A story as it was imported and as it is shown now; `undefined` if its article is gone. Pure. */
export function toSeenStory(record: RecordedStory, shownOf: ShownOf): SeenStory | undefined {
  const id = record.article._ref;
  const snapshot = readSnapshot(record.snapshot);
  const [before, now] = [snapshot[id], shownOf(id)];
  if (before === undefined || now === undefined) return undefined;
  const imported = versionOf(before, (image) => snapshot[image]);
  const shown = versionOf(now, shownOf);
  const touched = [now, ...imagesIn(now).flatMap((image) => shownOf(image) ?? [])].filter(
    (one) => !isUntouched(one),
  );
  const times = [
    ...touched.map((document) => document["_updatedAt"]),
    decided.safeParse(record.decision).data?.at,
  ].filter((time) => typeof time === "string");
  // What the importer has merged since has its revision, and still says what an editor has written.
  const { values, kept } = keptValues({ imported, shown });
  const lookedAt = times.toSorted().at(-1);
  const isLookedAt = lookedAt !== undefined || kept < values;
  return { record, imported, shown, isLookedAt, ...(lookedAt !== undefined && { lookedAt }) };
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
