import type { ImportNote, ImportReport, Outcome, StoryResult } from "../stages.ts";

/** What a report is made of. */
export interface ReportFacts {
  readonly run: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly dryRun: boolean;
  readonly interrupted: boolean;
  readonly stories: readonly StoryResult[];
  readonly notes: readonly ImportNote[];
}

/** Makes the report of a run. Pure; the counts add up because they are counted from the stories themselves. */
export function makeReport({ startedAt, finishedAt, stories, ...facts }: ReportFacts): ImportReport {
  const count = (outcome: Outcome): number => stories.filter((story) => story.outcome === outcome).length;
  return {
    ...facts,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    counts: {
      read: stories.length,
      created: count("created"),
      updated: count("updated"),
      unchanged: count("unchanged"),
      merged: count("merged"),
      suggested: count("suggested"),
      skipped: count("skipped"),
      failed: count("failed"),
    },
    stories,
    problems: stories.flatMap(({ input, problems }) => problems.map((problem) => ({ ...problem, input }))),
  };
}
