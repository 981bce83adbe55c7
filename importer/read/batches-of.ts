import type { ReadStory } from "../stages.ts";

/** Limits of one batch: stories looked up in one query, and characters of text in memory. */
const mostStories = 128;
const mostCharacters = 2_000_000;

/** Groups stories into batches, one look-up each. Holds one batch at a time. */
export async function* batchesOf(
  stories: AsyncIterable<ReadStory>,
): AsyncGenerator<readonly ReadStory[], void, undefined> {
  let batch: ReadStory[] = [];
  let characters = 0;
  for await (const story of stories) {
    batch.push(story);
    characters += story.kind === "text" ? story.text.length : 0;
    if (batch.length < mostStories && characters < mostCharacters) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}
