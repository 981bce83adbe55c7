import { Interrupted } from "../interrupted.ts";
import type { ImportNote, StoryResult } from "../stages.ts";
import { countOutcomes } from "./count-outcomes.ts";
import type { ImportSummary } from "./import-summary.ts";

/** The summary of a run in progress: the only place that keeps its results so far. */
export class RunningSummary {
  readonly #facts: Pick<ImportSummary, "run" | "startedAt" | "dryRun">;
  readonly #now: () => Date;
  readonly #notes: ImportNote[] = [];
  readonly #counts = countOutcomes();
  #isInterrupted = false;

  constructor(facts: Pick<ImportSummary, "run" | "startedAt" | "dryRun">, now: () => Date) {
    this.#facts = facts;
    this.#now = now;
  }

  /** Whether there is anything to report. */
  get isBegun(): boolean {
    return this.#counts.get().read > 0;
  }

  add(result: StoryResult): void {
    this.#counts.add(result);
    if (result.reason === Interrupted.reason) this.#isInterrupted = true;
  }

  note(note: ImportNote): void {
    this.#notes.push(note);
  }

  /** Notes that the run ended before its inputs did. */
  interrupt(): void {
    this.#isInterrupted = true;
  }

  /** The summary as it is now. */
  get(): ImportSummary {
    return {
      run: this.#facts.run,
      startedAt: this.#facts.startedAt,
      finishedAt: this.#now().toISOString(),
      dryRun: this.#facts.dryRun,
      interrupted: this.#isInterrupted,
      counts: this.#counts.get(),
      notes: [...this.#notes],
    };
  }
}
