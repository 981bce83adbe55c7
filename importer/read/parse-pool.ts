import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import type { ParsedItem, ParserContext } from "../parse/parser.ts";
import { parseHere, type ParseTask } from "./parse-worker.ts";

/** Parses what takes long. */
export interface ParsePool {
  /** The items of a text; as `Parser.parse` of the format gives them. */
  parse(format: "html", text: string, context: ParserContext): Promise<readonly ParsedItem[]>;
  /** Ends the threads, if there are any; what they have not given by then is rejected. */
  close(): Promise<void>;
}

/** Parsing before threads pay: starting them takes some seconds of work, and a few hundred small pages take no longer. */
const parsingBeforeThreadsMs = 5_000;

/** Pages under way at a time for each thread, so that none waits for the next one to be read. */
export const pagesAhead = 2 * availableParallelism();

/**
 * Makes a pool that parses by itself at first, and in threads once there is enough to do.
 *
 * @param options.parsingBeforeThreadsMs Milliseconds of parsing that show that there is; 5,000 unless told.
 */
export function openParsePool(options: { readonly parsingBeforeThreadsMs?: number } = {}): ParsePool {
  const enoughMs = options.parsingBeforeThreadsMs ?? parsingBeforeThreadsMs;
  let parsedMs = 0;
  let threads: Piscina<ParseTask, readonly ParsedItem[]> | undefined;
  return {
    async parse(format, text, { baseUrl }) {
      const task: ParseTask = { format, text, ...(baseUrl === undefined ? {} : { baseUrl }) };
      if (parsedMs < enoughMs) {
        const start = performance.now();
        const items = parseHere(task);
        parsedMs += performance.now() - start;
        return items;
      }
      threads ??= new Piscina({
        filename: join(import.meta.dirname, "parse-worker.ts"),
        name: "parseHere",
        minThreads: 1,
        maxThreads: availableParallelism(),
        // Unless told, piscina ends a thread as soon as it has nothing to do, and starting another takes half a second.
        idleTimeout: Infinity,
      });
      return threads.run(task);
    },
    async close() {
      // The answer for a page that was parsed just now may still be on its way; for that, piscina emits an error.
      threads?.on("error", () => undefined);
      await threads?.destroy();
    },
  };
}
