import { z } from "zod";
import { type NewsImage, type Snapshot, referencedIds } from "../../../schemas/index.ts";
import { similarity } from "../merge/similarity.ts";
import { alikeFrom, bestPairs } from "./likely-pairs.ts";

const described = z.object({
  _type: z.literal("newsImage"),
  altTexts: z.array(z.object({ text: z.string() })).default([]),
  captions: z.array(z.object({ text: z.string() })).default([]),
});

/**
 * Maps the current ids of a story's images to the ids they were first imported with.
 *
 * An image's id is made from its first text, so a corrected one would otherwise be a new image, without editors'
 * changes to the old one. It is the same image if the article showed it at the last import, no longer shows it under
 * that id, and at least half of the words about it are still the same; of several, the one that shares the most
 * words. Pure.
 */
export function alignImages(
  base: Snapshot,
  articleId: string,
  images: readonly NewsImage[],
): ReadonlyMap<string, string> {
  const wanted = new Set(images.map(({ _id }) => _id));
  const gone = referencedIds(base[articleId]).filter((id) => id in base && !wanted.has(id));
  const words = new Map<string, string>();
  for (const id of gone) words.set(id, wordsOf(base[id]));
  const fresh = images.filter(({ _id }) => !(_id in base));
  for (const image of fresh) words.set(image._id, wordsOf(image));
  const likenessOf = (former: string, now: string): number | undefined => {
    const likeness = similarity(words.get(former) ?? "", words.get(now) ?? "");
    return likeness >= alikeFrom ? likeness : undefined;
  };
  const pairs = bestPairs(
    gone,
    fresh.map(({ _id }) => _id),
    likenessOf,
  );
  return new Map(pairs.map(({ member, candidate }) => [member, candidate]));
}

function wordsOf(image: unknown): string {
  const parsed = described.safeParse(image).data;
  return [...(parsed?.altTexts ?? []), ...(parsed?.captions ?? [])].map(({ text }) => text).join(" ");
}
