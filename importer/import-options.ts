import type { Crash } from "./crash.ts";
import type { SanityClient } from "@sanity/client";
import type { Transaction } from "./dataset/transaction.ts";
import type { Mapping } from "./parse/mapping/mapping.ts";
import type { StoryFile } from "./read/story-file.ts";
import type { ImportProgress } from "./report/import-progress.ts";
import type { Journal } from "./runs/journal/journal.ts";

/** The options of an import. */
export interface ImportOptions {
  /** Files, folders, and `-` for standard input. */
  readonly inputs: readonly (string | StoryFile)[];
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Which fields JSON, NDJSON and CSV inputs have (default: guessed from the names of the fields). */
  readonly mapping?: Mapping;
  /** Label of the encoding of files that do not declare theirs, such as `windows-1252`; default: the mapping's. */
  readonly encoding?: string | undefined;
  /** Learns what stories of one outlet have in common, and reads them by it (default: yes). */
  readonly outlets?: boolean;
  /** Must be configured with perspective `raw`, no CDN, and an API version of 2025-02-19 or later. */
  readonly client: SanityClient;
  /** Fetches the pictures that stories have on the web (default: no). */
  readonly fetchImages?: boolean;
  /** Where from (default: the public internet, ports 80 and 443); for newsrooms with picture servers of their own. */
  readonly fetchFrom?: {
    /** Whether a connection to this IP address is allowed. */
    readonly mayConnect?: (address: string) => boolean;
    readonly morePorts?: ReadonlySet<number>;
  };
  /** Sends no mutations; the report shows what a run would do. */
  readonly dryRun?: boolean;
  /** Called with every transaction; in a dry run, with those that an import would send. */
  readonly onPlanned?: (transaction: Transaction) => void;
  /** Publishes valid documents instead of leaving them as drafts for an editor. */
  readonly publish?: boolean;
  /** Stories under way at a time, sent together where they fit into one request (default: 64). */
  readonly concurrency?: number;
  /** What this machine remembers of earlier runs, so that unchanged stories need no second look (default: nothing). */
  readonly journal?: Journal;
  /** Maximum mutation requests per second (default: 25 for hosted Sanity, which refuses more). */
  readonly mutationsPerSecond?: number;
  /** Ends the run at once, except that the answers to transactions under way are awaited. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Told of each story that the program has failed on, with the error: such a story fails, and the others go on. */
  readonly onCrash?: ((crash: Crash) => void) | undefined;
  readonly now?: () => Date;
  readonly newRunId?: () => string;
  /** Waits between two attempts at a request. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}
