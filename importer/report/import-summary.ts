import type { ImportNote, Outcome } from "../stages.ts";

/** The result of one run. Complete: `read` is always the sum of the outcomes. */
export interface ImportSummary {
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly dryRun: boolean;
  /** Whether the run stopped early; the report then covers what was done until then. */
  readonly interrupted: boolean;
  readonly counts: { readonly read: number } & Readonly<Record<Outcome, number>>;
  readonly notes: readonly ImportNote[];
}
