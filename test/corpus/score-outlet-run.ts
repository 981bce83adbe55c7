import type { OutletRun } from "./read-outlets.ts";
import { readAlone, scoreStory, type ReadText, type StoryScore } from "./score-story.ts";

/** Reads the texts of one outlet: each alone, or with what all of them have taught. */
export type ReadRun = (texts: readonly string[]) => readonly ReadText[];

/** Holds what the parser makes of an outlet's stories against their gold. */
export function scoreOutletRun(
  { stories }: OutletRun,
  readRun: ReadRun = (texts) => texts.map(readAlone),
): StoryScore[] {
  const reads = readRun(stories.map(({ text }) => text));
  return stories.map((story, place) => scoreStory(story, reads[place]));
}
