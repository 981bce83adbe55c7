import type { SanityClient } from "@sanity/client";
import type { Transaction } from "./dataset/transaction.ts";
import type { Mapping } from "./parse/mapping/mapping.ts";
import type { StoryFile } from "./read/story-file.ts";
import type { ImportProgress } from "./report/import-progress.ts";
import type { Journal } from "./runs/journal/journal.ts";

/** What an import is told. */
export interface ImportOptions {
  /** Files, folders, and `-` for standard input. */
  readonly inputs: readonly (string | StoryFile)[];
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** How the fields of NDJSON and CSV inputs are called; guessed from their names unless told. */
  readonly mapping?: Mapping;
  /** Label of the encoding of files that do not show theirs, such as `windows-1252`; that of the mapping unless told. */
  readonly encoding?: string | undefined;
  /** Configured with perspective `raw`, no CDN, and an API version from 2025-02-19 on. */
  readonly client: SanityClient;
  /** Fetches the pictures that stories have on the web; they stay where they are unless told. */
  readonly fetchImages?: boolean;
  /** Sends no mutation; the report tells what a run would do. */
  readonly dryRun?: boolean;
  /** Told of every transaction, in a dry run of those that an import would send. */
  readonly onPlanned?: (transaction: Transaction) => void;
  /** Publishes what is valid, instead of leaving it as drafts for an editor. */
  readonly publish?: boolean;
  /** Stories under way at a time, sent together where they fit into a request; 64 unless told. */
  readonly concurrency?: number;
  /** What this machine remembers of earlier runs, so that unchanged stories need no second look; nothing unless told. */
  readonly journal?: Journal;
  /** Most mutation requests in a second; 25 for hosted Sanity, which refuses more, unless told. */
  readonly mutationsPerSecond?: number;
  /** Ends the run at once, but for the transactions under way, whose answers are waited for. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly now?: () => Date;
  readonly newRunId?: () => string;
  /** Waits between two attempts at a request that the lake did not answer. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}
