import { z } from "zod";
import type { NewsImage } from "../../schemas/index.ts";
import { referencesIn } from "../dataset/references.ts";
import { similarity } from "./merge/similarity.ts";
import type { Snapshot } from "./snapshot.ts";

/** Images below this share of common words are different images, not versions of one. */
const alikeFrom = 0.5;

const described = z.object({
  _type: z.literal("newsImage"),
  altTexts: z.array(z.object({ text: z.string() })).default([]),
  captions: z.array(z.object({ text: z.string() })).default([]),
});

/**
 * Finds the images of a story under the ids that they were first imported with, by the ids they have now.
 *
 * An image's id is made from its first text, so a corrected one would otherwise be a new image, without what
 * editors have made of the old one. It is the same if the article showed it when it was last imported, shows it no
 * more under that id, and at least half of the words about it are still the same. Pure.
 */
export function alignImages(
  base: Snapshot,
  articleId: string,
  images: readonly NewsImage[],
): ReadonlyMap<string, string> {
  const wanted = new Set(images.map(({ _id }) => _id));
  const candidates = new Set(referencesIn(base[articleId]).filter((id) => id in base && !wanted.has(id)));
  const aligned = new Map<string, string>();
  for (const image of images) {
    if (image._id in base) continue;
    const text = wordsOf(image);
    const [best] = [...candidates]
      .map((id) => ({ id, likeness: similarity(wordsOf(base[id]), text) }))
      .filter(({ likeness }) => likeness >= alikeFrom)
      .toSorted((a, b) => b.likeness - a.likeness);
    if (best === undefined) continue;
    aligned.set(image._id, best.id);
    candidates.delete(best.id);
  }
  return aligned;
}

function wordsOf(image: unknown): string {
  const parsed = described.safeParse(image).data;
  return [...(parsed?.altTexts ?? []), ...(parsed?.captions ?? [])].map(({ text }) => text).join(" ");
}
