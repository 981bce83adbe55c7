import { shareOf } from "../../identity/story-sentences.ts";
import type { SampledStory } from "./story-sample.ts";

/** Two texts with so much in common are versions of one story. */
const versionShare = 0.6;

/**
 * Numbers the stories of a sample so that versions of one story, its corrections and copies, have the same number.
 * Pure, and the order of the stories does not matter to who is with whom.
 */
export function distinctStories(stories: Iterable<SampledStory>): ReadonlyMap<string, number> {
  const all = [...stories].map(({ id, prose }) => ({ id, prose: new Set(prose) }));
  const groups = new Map(all.map(({ id }, number) => [id, number]));
  const withSentence = new Map<string, typeof all>();
  for (const story of all) {
    const near = new Set([...story.prose].flatMap((sentence) => withSentence.get(sentence) ?? []));
    for (const other of near) {
      const [own, its] = [groups.get(story.id) ?? 0, groups.get(other.id) ?? 0];
      if (own === its || shareOf(story.prose, other.prose) < versionShare) continue;
      for (const [id, group] of groups) if (group === own) groups.set(id, its);
    }
    for (const sentence of story.prose)
      withSentence.set(sentence, [...(withSentence.get(sentence) ?? []), story]);
  }
  return groups;
}
