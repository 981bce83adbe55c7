import type { Outcome, StoryResult } from "../stages.ts";
import type { ImportSummary } from "./import-summary.ts";

/** Counts stories by what became of them. */
export interface OutcomeCounter {
  add(result: Pick<StoryResult, "outcome">): void;
  /** `read` is always the sum of the others, since it is counted with them. */
  get(): ImportSummary["counts"];
}

const outcomes = ["created", "updated", "unchanged", "merged", "suggested", "skipped", "failed"] as const;

/** Makes a counter. */
export function countOutcomes(): OutcomeCounter {
  const counted = new Map<Outcome, number>(outcomes.map((outcome) => [outcome, 0]));
  let read = 0;
  const of = (outcome: Outcome): number => counted.get(outcome) ?? 0;
  return {
    add({ outcome }) {
      counted.set(outcome, of(outcome) + 1);
      read += 1;
    },
    get: () => ({
      read,
      created: of("created"),
      updated: of("updated"),
      unchanged: of("unchanged"),
      merged: of("merged"),
      suggested: of("suggested"),
      skipped: of("skipped"),
      failed: of("failed"),
    }),
  };
}
