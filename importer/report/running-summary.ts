import { Interrupted } from "../interrupted.ts";
import type { ImportNote, StoryResult } from "../stages.ts";
import { countOutcomes } from "./count-outcomes.ts";
import type { ImportSummary } from "./import-summary.ts";

/** The summary of a run while it goes on: the one home of what it has come to so far. */
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

  /** Whether anything was done that has to be told. */
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

  /** Takes note that the run has ended before its inputs had. */
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
