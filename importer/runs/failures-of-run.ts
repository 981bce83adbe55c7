import type { ImportRun } from "../../schemas/index.ts";
import { makeKeys } from "../deterministic-keys.ts";
import type { StoryResult } from "../stages.ts";

/** How many failed stories the record of a run lists: it is read whole by all who look at the run. */
const mostFailures = 100;
const mostProblems = 5;

/** The stories that failed in a run, as far as the record of the run lists them. */
export interface FailuresOfRun {
  /** Notes a story if it has failed. */
  add(result: Pick<StoryResult, "outcome" | "input" | "problems">): void;
  /** The first hundred; `counts.failed` of the run says how many there are. */
  get(): NonNullable<ImportRun["failures"]>;
}

/** Makes the list of a run, in memory that does not grow with the stories. */
export function failuresOfRun(): FailuresOfRun {
  const failures: NonNullable<ImportRun["failures"]> = [];
  const keyOf = makeKeys();
  return {
    add({ outcome, input, problems }) {
      if (outcome !== "failed" || failures.length >= mostFailures) return;
      const shown = problems.slice(0, mostProblems);
      failures.push({ _type: "failedStory", _key: keyOf(input), input, problems: shown });
    },
    get: () => [...failures],
  };
}
