import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import type { ParsedItem, ParserContext } from "../parse/parser.ts";
import { parseHere, type ParseTask } from "./parse-worker.ts";

/** Parses formats that take long. */
export interface ParsePool {
  /** How many pages to request at a time, so that no thread waits for the next one to be read. */
  readonly pagesAhead: number;
  /** The items of a text, as returned by the format's `Parser.parse`. */
  parse(format: "html", text: string, context: ParserContext): Promise<readonly ParsedItem[]>;
  /** Ends the threads, if there are any; unfinished parses are rejected. */
  close(): Promise<void>;
}

export interface ParsePoolOptions {
  /**
   * Milliseconds of parsing after which threads are worth starting (default: 5,000). Starting them takes some seconds
   * of work, and a few hundred small pages take no longer.
   */
  readonly parsingBeforeThreadsMs?: number;
  /**
   * Threads besides this one, each of which takes some 50 MB (default: one per other processor, at most three).
   * Planning and sending a page takes this thread a third of the time that parsing it does.
   */
  readonly threads?: number;
  /** Stops the threads: pending parses are rejected. */
  readonly signal?: AbortSignal | undefined;
}

/** Opens a pool that parses in this thread at first, then also in others, and here again when those are busy. */
export function openParsePool({
  parsingBeforeThreadsMs = 5_000,
  threads = Math.min(3, availableParallelism() - 1),
  signal,
}: ParsePoolOptions = {}): ParsePool {
  // One extra per thread, so that its next page is ready when it finishes one.
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
        // By default piscina ends an idle thread at once, and starting another takes half a second.
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
      // The result of a page that was just parsed may still be under way; piscina then emits an error.
      pool?.on("error", () => undefined);
      await pool?.destroy();
    },
  };
}
