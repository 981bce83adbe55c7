import { setTimeout as wait } from "node:timers/promises";
import { unlessAborted } from "./unless-aborted.ts";

/** What everything that a run does is bound by. */
export interface RunContext {
  /** `dry`: nothing reaches the lake that could change it; the report tells what a run would do. See `openConnection`. */
  readonly mode: "write" | "dry";
  /** Ends every wait, and keeps everything from being begun. */
  readonly signal: AbortSignal;
  /**
   * Waits between two attempts.
   *
   * @throws {Interrupted} As soon as the signal is aborted.
   */
  pause(milliseconds: number): Promise<unknown>;
}

/** What the options of all runs have in common. */
export interface RunContextOptions {
  readonly dryRun?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly pause?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/** Makes the context of a run: it writes, is never interrupted and takes its pauses unless told. */
export function runContext({ dryRun = false, signal, pause }: RunContextOptions = {}): RunContext {
  const ending = signal ?? new AbortController().signal;
  return {
    mode: dryRun ? "dry" : "write",
    signal: ending,
    // The timer ends with the signal too: it would keep the process from ending.
    pause: (milliseconds) =>
      unlessAborted<unknown>(
        ending,
        () => pause?.(milliseconds) ?? wait(milliseconds, undefined, { signal: ending }),
      ),
  };
}
