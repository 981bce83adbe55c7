import type { Statements } from "./statements.ts";

/** Writers who come at the same time share one wait for the disk. */
export interface GroupedWrites {
  /**
   * Runs something that writes, in a moment. Each is refused by itself.
   *
   * @returns What it returns or throws, once all that its group wrote is on stable storage.
   */
  run<Result>(work: () => Result): Promise<Result>;
  /** Runs now whatever waits. */
  flush(): void;
}

/** After so long a group is complete: others wait for their turn as well. */
const defaultMostMs = 20;

/** Work that waits; it says how to tell of its outcome. */
interface Job {
  run(): () => void;
  refuse(error: unknown): void;
}

/** Whoever comes in one turn of the event loop is in one group. */
export function groupWrites(statements: Pick<Statements, "together">, mostMs = defaultMostMs): GroupedWrites {
  const waiting: Job[] = [];

  function runGroup(): void {
    const done: { readonly job: Job; readonly tell: () => void }[] = [];
    const work = (): void => {
      const end = performance.now() + mostMs;
      for (let job = waiting.shift(); job; job = performance.now() < end ? waiting.shift() : undefined) {
        done.push({ job, tell: job.run() });
      }
    };
    try {
      if (waiting.length > 1) statements.together(work);
      else work();
    } catch (error) {
      // Nothing of it is on the disk, whatever each was told.
      for (const { job } of done) job.refuse(error);
      // Without a transaction, nobody had a turn.
      if (done.length === 0) for (const job of waiting.splice(0)) job.refuse(error);
      return;
    }
    for (const { tell } of done) tell();
  }

  function runSoon(): void {
    runGroup();
    if (waiting.length > 0) setImmediate(runSoon);
  }

  return {
    run<Result>(work: () => Result): Promise<Result> {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      if (waiting.length === 0) setImmediate(runSoon);
      waiting.push({
        run() {
          try {
            const result = work();
            return () => resolve(result);
          } catch (error) {
            return () => reject(error);
          }
        },
        refuse: reject,
      });
      return promise;
    },
    flush() {
      while (waiting.length > 0) runGroup();
    },
  };
}
