import { countOutcomes } from "../../importer/report/count-outcomes.ts";
import type { StoryResult } from "../../importer/stages.ts";
import type { ImportReport } from "../../importer/report/import-report.ts";
import type { ImportSummary } from "../../importer/report/import-summary.ts";

/** A report of stories, counted as a run counts them. */
export function makeReport({
  startedAt,
  finishedAt,
  stories,
  ...facts
}: Omit<ImportSummary, "counts" | "startedAt" | "finishedAt"> & {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly stories: readonly StoryResult[];
}): ImportReport {
  const counter = countOutcomes();
  for (const story of stories) counter.add(story);
  return {
    ...facts,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    counts: counter.get(),
    stories,
    problems: stories.flatMap(({ input, problems }) => problems.map((problem) => ({ ...problem, input }))),
  };
}
