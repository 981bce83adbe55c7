import { getCompileCacheDir } from "node:module";
import { Worker } from "node:worker_threads";
import type { AskedKey } from "../core/dataset.ts";
import { LakeError } from "../core/lake-error.ts";
import { queryTookTooMuch } from "../core/query-limits.ts";
import type { FromReader, ReadResult, ReadTask, ToReader } from "./read-task.ts";

/** A thread that reads databases. Does one thing at a time: whoever asks waits for the answer before. */
export interface ReaderThread {
  /** When it has loaded what it needs, or has ended. */
  readonly ready: Promise<void>;
  /**
   * Evaluates a query.
   *
   * @param onAsked Hears what the query could use an index for.
   * @param trialMs The time on a processor after which to give up; absent: never.
   * @returns `undefined` when it was given up.
   * @throws {LakeError} As the query does. @throws {Error} When the thread has ended.
   */
  read(task: ReadTask, onAsked: (key: AskedKey) => void, trialMs?: number): Promise<ReadResult | undefined>;
  /** Closes a database. */
  forget(file: string): Promise<void>;
  /** The memory that its values take up now; 0 when it has none left. */
  usedBytes(): Promise<number>;
  hasEnded(): boolean;
  /** Ends it wherever it is. Resolves when it is gone. */
  end(): Promise<void>;
}

/**
 * What Node itself allows, which is never to be reached: a list that grows over it takes the whole process along. Whoever
 * uses a thread watches how much it uses.
 */
const mostMegabytes = 4_096;

/** For values that have just been made: with more, a query is hardly faster, and every thread takes as much. */
const youngMegabytes = 24;

/** Starts a thread, which keeps the process alive only while it is asked something. */
export function startReaderThread(): ReaderThread {
  // A thread takes over no cache that was turned on after the start, and compiles for half a second without one.
  const compileCache = getCompileCacheDir();
  const worker = new Worker(new URL("./reader-worker.ts", import.meta.url), {
    name: "lake-reader",
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    ...(compileCache !== undefined && { env: { NODE_COMPILE_CACHE: compileCache } }),
  });
  worker.unref();
  let asked: PromiseWithResolvers<FromReader> | undefined;
  let hear: (key: AskedKey) => void = () => {};
  let hasEnded = false;
  const ready = Promise.withResolvers<void>();
  worker.on("message", (answer: FromReader) => {
    if (answer.kind === "ready") ready.resolve();
    else if (answer.kind === "asked") hear(answer.key);
    else asked?.resolve(answer);
  });
  worker.on("error", (error: unknown) => {
    hasEnded = true;
    const isMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    asked?.reject(isMemory ? queryTookTooMuch() : error);
  });
  worker.on("exit", () => {
    hasEnded = true;
    ready.resolve();
    asked?.reject(new Error("The thread of a query has ended"));
  });

  async function ask(told: ToReader): Promise<FromReader> {
    // Nobody would ever answer.
    if (hasEnded) throw new Error("The thread of a query has ended");
    const waiting = Promise.withResolvers<FromReader>();
    asked = waiting;
    worker.ref();
    worker.postMessage(told);
    try {
      return await waiting.promise;
    } finally {
      worker.unref();
    }
  }

  return {
    ready: ready.promise,
    async read(task, onAsked, trialMs) {
      hear = onAsked;
      const answer = await ask({ kind: "read", task, ...(trialMs !== undefined && { trialMs }) });
      switch (answer.kind) {
        case "result":
          return answer;
        case "took-too-long":
          return undefined;
        case "refused":
          throw new LakeError(answer.status, answer.message, answer.body);
        case "failed":
          throw bugIn(answer.stack);
        case "ready":
        case "asked":
        case "forgotten":
          throw new TypeError("BUG: a thread answers what it was not asked");
      }
    },
    async forget(file) {
      await ask({ kind: "forget", file });
    },
    async usedBytes() {
      try {
        const { used_heap_size, external_memory } = await worker.getHeapStatistics();
        return used_heap_size + external_memory;
      } catch {
        return 0;
      }
    },
    hasEnded: () => hasEnded,
    async end() {
      hasEnded = true;
      await worker.terminate();
    },
  };
}

/** An error with the stack that it had in its thread. */
function bugIn(stack: string): Error {
  const error = new Error("A query failed in its thread");
  error.stack = stack;
  return error;
}
