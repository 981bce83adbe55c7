import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import type { ParsedItem, ParserContext } from "../parse/parser.ts";
import { parseHere, type ParseTask } from "./parse-worker.ts";

/** Parses what takes long. */
export interface ParsePool {
  /** How many pages to ask for at a time, so that nobody waits for the next one to be read. */
  readonly pagesAhead: number;
  /** The items of a text; as `Parser.parse` of the format gives them. */
  parse(format: "html", text: string, context: ParserContext): Promise<readonly ParsedItem[]>;
  /** Ends the threads, if there are any; what they have not given by then is rejected. */
  close(): Promise<void>;
}

export interface ParsePoolOptions {
  /**
   * Milliseconds of parsing that show that there is enough to do for threads: starting them takes some seconds of
   * work, and a few hundred small pages take no longer. 5,000 unless told.
   */
  readonly parsingBeforeThreadsMs?: number;
  /**
   * Threads beside this one, each of which takes some 50 MB. Unless told as many as there are other processors, and
   * no more than three: planning and sending a page takes this thread a third of the time that parsing it does.
   */
  readonly threads?: number;
  /** Ends what threads are doing: what is waited for is rejected. */
  readonly signal?: AbortSignal | undefined;
}

/** Makes a pool that parses by itself at first; then also in threads, and by itself when those are busy. */
export function openParsePool({
  parsingBeforeThreadsMs = 5_000,
  threads = Math.min(3, availableParallelism() - 1),
  signal,
}: ParsePoolOptions = {}): ParsePool {
  // One more for each, so that it has the next page when it is done with one.
  const mostInThreads = 2 * threads;
  let parsedMs = 0;
  let inThreads = 0;
  let pool: Piscina<ParseTask, readonly ParsedItem[]> | undefined;
  return {
    pagesAhead: mostInThreads + 1,
    async parse(format, text, { baseUrl }) {
      const task: ParseTask = { format, text, ...(baseUrl === undefined ? {} : { baseUrl }) };
      if (parsedMs < parsingBeforeThreadsMs || inThreads >= mostInThreads) {
        const start = performance.now();
        const items = parseHere(task);
        parsedMs += performance.now() - start;
        return items;
      }
      pool ??= new Piscina({
        filename: join(import.meta.dirname, "parse-worker.ts"),
        name: "parseHere",
        minThreads: 1,
        maxThreads: threads,
        // Unless told, piscina ends a thread as soon as it has nothing to do, and starting another takes half a second.
        idleTimeout: Infinity,
      });
      inThreads += 1;
      try {
        return await pool.run(task, signal === undefined ? {} : { signal });
      } finally {
        inThreads -= 1;
      }
    },
    async close() {
      // The answer for a page that was parsed just now may still be on its way; for that, piscina emits an error.
      pool?.on("error", () => undefined);
      await pool?.destroy();
    },
  };
}
