import { setTimeout as wait } from "node:timers/promises";
import { unlessAborted } from "./unless-aborted.ts";

/** The conditions that everything in a run is subject to. */
export interface RunContext {
  /** `dry`: nothing that could change the lake is sent; the report shows what a run would do. See `openConnection`. */
  readonly mode: "write" | "dry";
  /** Ends every wait, and keeps anything new from starting. */
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

/** Makes the context of a run; by default it writes, is never interrupted and really pauses. */
export function runContext({ dryRun = false, signal, pause }: RunContextOptions = {}): RunContext {
  const ending = signal ?? new AbortController().signal;
  return {
    mode: dryRun ? "dry" : "write",
    signal: ending,
    // The timer ends with the signal too, or it would keep the process alive.
    pause: (milliseconds) =>
      unlessAborted<unknown>(
        ending,
        () => pause?.(milliseconds) ?? wait(milliseconds, undefined, { signal: ending }),
      ),
  };
}
