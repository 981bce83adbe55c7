import { flattenings } from "./flatten/flattenings.ts";
import { scoreFlattened } from "./flatten/score-flattened.ts";
import { readCorpus, type CorpusStory } from "./read-corpus.ts";
import { readRun } from "./read-run.ts";
import { readOutlets } from "./read-outlets.ts";
import { scoreOutletRun } from "./score-outlet-run.ts";
import { scoreStory, type StoryScore } from "./score-story.ts";

/** All scores of one half. */
export interface HalfScores {
  readonly half: CorpusStory["half"];
  readonly stories: readonly StoryScore[];
  /** The same stories, by the way in which their pages are flattened. */
  readonly flattened: readonly (readonly [string, readonly StoryScore[]])[];
  /** By outlet, each story read by itself. */
  readonly outlets: readonly (readonly [string, readonly StoryScore[]])[];
  /** By outlet, its stories read with what all of them have taught. */
  readonly learned: readonly (readonly [string, readonly StoryScore[]])[];
}

/** Scores one half of the corpus; with a language, only its stories. */
export function halfScores(half: CorpusStory["half"], language?: string): HalfScores {
  const isOwn = (story: CorpusStory): boolean =>
    story.half === half && (language === undefined || story.gold.language === language);
  const stories = readCorpus().filter(isOwn);
  const runs = readOutlets().filter((run) => run.stories.some(isOwn));
  return {
    half,
    stories: stories.map((story) => scoreStory(story)),
    flattened: flattenings.map((flattening) => [
      flattening.name,
      stories.flatMap((story) => scoreFlattened(story, flattening) ?? []),
    ]),
    outlets: runs.map((run) => [run.key, scoreOutletRun(run)]),
    learned: runs.map((run) => [run.key, scoreOutletRun(run, readRun)]),
  };
}
