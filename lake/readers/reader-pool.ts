import { availableParallelism } from "node:os";
import type { AskedKey } from "../core/dataset.ts";
import { queryTookTooLong, queryTookTooMuch, tooManyQueries } from "../core/query-limits.ts";
import { lakeIsClosing, plainError } from "../core/lake-error.ts";
import { maxWaitingQueries } from "../core/limits.ts";
import type { ReadResult, ReadTask } from "./read-task.ts";
import { startReaderThread, type ReaderThread } from "./reader-thread.ts";
import { slowQueries } from "./slow-queries.ts";

/** What one query may take. */
interface ReadLimits {
  /** From its arrival on. */
  readonly maxMs: number;
  readonly maxBytes: number;
  /** Hears what the query could use an index for, also if it is ended. */
  readonly onAsked: (key: AskedKey) => void;
  /** Aborted when nobody waits for the answer any longer. */
  readonly signal: AbortSignal;
}

/** Threads that answer queries. */
export interface ReaderPool {
  /** Starts threads before anybody asks, one after the other. Resolves when they can be asked. */
  warmUp(): Promise<void>;
  /**
   * Evaluates a query over the state of some moment after this call.
   *
   * @throws {LakeError} As the query does; 400 when it takes more than it may, 429 when too many are waiting.
   */
  read(task: ReadTask, limits: ReadLimits): Promise<ReadResult>;
  /** Ends all queries of a database, with a 503, and closes it in all threads. */
  release(file: string): Promise<void>;
}

interface Job {
  readonly task: ReadTask;
  readonly limits: ReadLimits;
  readonly answer: PromiseWithResolvers<ReadResult>;
  /** Whether whoever asked has been answered. */
  isOver: boolean;
  /** Whether it has made way for others once, and runs when they have left room for it. */
  hasMadeWay: boolean;
}

/** A place for a thread. */
interface Place {
  thread?: ReaderThread | undefined;
  job?: Job | undefined;
  /** The memory of the thread, when it was looked at last. */
  bytes: number;
}

/** With two, somebody who asks for little need not wait for one who asks for much; the third is kept for quick queries. */
const mostThreads = Math.max(3, Math.min(5, availableParallelism()));

/** Those that are started before they are needed: one, and one more for whoever asks behind a slow query. */
const fewestThreads = 2;

/** A query is slow that takes longer: another thread is started, and one on trial is given up. */
const slowMs = 40;

/** What cannot be given up in time, such as a long statement, is ended with its thread. */
const longestTrialMs = 2_000;

/** A thread that has used more is ended when it is done: what it has taken of the system it would keep. */
const mostKeptBytes = 120_000_000;

/** How often the memory of a running query is looked at. */
const watchEveryMs = 20;

/** A thread that is ended is not waited for longer: it may be in the midst of a statement. */
const longestEndMs = 1_000;

/**
 * Opens a pool of threads, which are started one by one while queries take long.
 *
 * The last free thread only takes queries that are not known to be slow, on trial: one that is not done soon makes room, and
 * begins anew in the next thread that is free. However many long queries there are, a quick one is answered soon.
 *
 * All together take no more memory than one may: if they do, the one that takes most begins anew when the others have left.
 */
export function openReaderPool(startThread: () => ReaderThread = startReaderThread): ReaderPool {
  const places: readonly Place[] = Array.from({ length: mostThreads }, () => ({ bytes: 0 }));
  const slow = slowQueries();
  let waiting: readonly Job[] = [];

  function dispatch(): void {
    if (waiting.length > 0 && places.every(({ thread }) => thread === undefined)) addThread();
    for (const place of places) {
      if (place.job || !place.thread) continue;
      const isLast = places.every((other) => other === place || other.job !== undefined);
      const next = waiting.find(
        (job) => (!isLast || !slow.has(job.task.request.query)) && (!job.hasMadeWay || isRoomFor(job)),
      );
      if (!next) return;
      waiting = waiting.filter((job) => job !== next);
      place.job = next;
      void run(place, place.thread, next, isLast);
    }
  }

  const inUse = (): readonly Place[] => places.filter(({ job }) => job !== undefined);
  const isRoomFor = ({ limits }: Job): boolean =>
    inUse().every(({ job, bytes }) => !job?.hasMadeWay && bytes < limits.maxBytes / mostThreads);

  /** Whether a place has to be left, so that the others have the memory that they need. */
  function hasToMakeWay(place: Place, maxBytes: number): boolean {
    const total = inUse().reduce((sum, { bytes }) => sum + bytes, 0);
    const others = inUse().filter((other) => other !== place);
    return (
      total > maxBytes &&
      others.length > 0 &&
      place.job?.hasMadeWay === false &&
      others.every(({ job, bytes }) => job?.hasMadeWay || bytes <= place.bytes)
    );
  }

  function addThread(): void {
    const empty = places.find(({ thread }) => thread === undefined);
    if (empty) empty.thread = startThread();
  }

  /** Sees to it that a thread is free, if there may be one more. */
  function makeRoom(): void {
    const free = places.filter(({ thread, job }) => thread && !job).length;
    for (let wanted = Math.max(1, waiting.length); wanted > free; wanted -= 1) addThread();
    dispatch();
  }

  async function run(place: Place, thread: ReaderThread, job: Job, isTrial: boolean): Promise<void> {
    await thread.ready;
    const started = performance.now();
    const { query } = job.task.request;
    let isGivenUp = false;
    let isSlow = false;
    let mostBytes = 0;
    const giveUp = (): void => {
      isGivenUp = true;
      void thread.end();
    };
    const look = (bytes: number): void => {
      if (place.job !== job || thread.hasEnded()) return;
      place.bytes = bytes;
      mostBytes = Math.max(mostBytes, bytes);
      if (bytes > job.limits.maxBytes) void stop(job, queryTookTooMuch());
      else if (hasToMakeWay(place, job.limits.maxBytes)) {
        job.hasMadeWay = true;
        giveUp();
      }
    };
    const room = setTimeout(makeRoom, slowMs);
    const watch = setInterval(() => {
      if (isTrial && performance.now() - started > longestTrialMs) giveUp();
      else void thread.usedBytes().then(look);
    }, watchEveryMs);
    try {
      const result = await thread.read(job.task, job.limits.onAsked, isTrial ? slowMs : undefined);
      isGivenUp = result === undefined;
      isSlow = result === undefined || result.cpuMs > slowMs;
      if (result) settle(job, () => job.answer.resolve(result));
    } catch (error) {
      isSlow = thread.hasEnded();
      if (!isGivenUp) settle(job, () => job.answer.reject(error));
    } finally {
      clearTimeout(room);
      clearInterval(watch);
      slow.note(query, isSlow);
      if (mostBytes > mostKeptBytes) await thread.end();
      place.job = undefined;
      place.bytes = 0;
      if (isGivenUp && !job.isOver) waiting = [job, ...waiting];
      if (thread.hasEnded()) {
        place.thread = undefined;
        makeRoom();
      } else dispatch();
    }
  }

  function settle(job: Job, answer: () => void): void {
    job.isOver = true;
    answer();
  }

  /** Answers with a refusal, wherever the query is. @returns When its thread is gone, if it was in one. */
  async function stop(job: Job, refusal: Error): Promise<void> {
    settle(job, () => job.answer.reject(refusal));
    waiting = waiting.filter((other) => other !== job);
    await places.find((place) => place.job === job)?.thread?.end();
  }

  return {
    async warmUp() {
      for (const place of places.slice(0, fewestThreads)) {
        place.thread ??= startThread();
        await place.thread.ready;
      }
    },
    async read(task, limits) {
      if (waiting.length >= maxWaitingQueries) throw tooManyQueries();
      const job: Job = { task, limits, answer: Promise.withResolvers(), isOver: false, hasMadeWay: false };
      const deadline = setTimeout(() => void stop(job, queryTookTooLong(limits.maxMs)), limits.maxMs);
      const hangUp = (): void => void stop(job, plainError(499, "Whoever asked has hung up"));
      limits.signal.addEventListener("abort", hangUp);
      waiting = [...waiting, job];
      dispatch();
      try {
        return await job.answer.promise;
      } finally {
        clearTimeout(deadline);
        limits.signal.removeEventListener("abort", hangUp);
      }
    },
    async release(file) {
      const isOf = (job: Job | undefined): job is Job => job?.task.file === file;
      const running = places.flatMap(({ job }) => job ?? []);
      const ended = [...waiting, ...running].filter(isOf).map((job) => stop(job, lakeIsClosing()));
      const closed = places.map(({ thread, job }) => (job ? undefined : thread?.forget(file)));
      const tooLong = new Promise<void>((resolve) => setTimeout(resolve, longestEndMs).unref());
      await Promise.race([Promise.allSettled([...ended, ...closed]), tooLong]);
    },
  };
}

/** The threads of this process, whatever lakes it has open: starting one takes a moment, and memory. */
export const readerPool: ReaderPool = openReaderPool();
