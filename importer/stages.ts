import type { SanityClient } from "@sanity/client";
import type { ContentDocument, Problem } from "../schemas/index.ts";
import type { SuppliedPictures } from "./assets/picture-supply.ts";
import type { StoryVersion } from "./identity/is-older-version.ts";
import type { Journal, JournalEntry } from "./runs/journal/journal.ts";
import type { Mapping } from "./parse/mapping/mapping.ts";
import type { ParsedStory } from "./parse/parsed-story.ts";
import type { PlannedTransaction } from "./upsert/observe-commits.ts";

/** Where a story came from. */
export interface StoryOrigin {
  /** As the operator would name it: a path, or `-` for standard input. */
  readonly input: string;
  /**
   * What identifies the story for good: its canonical address, else its id at the provider's, else its path below the
   * import root, else the digest of its text.
   */
  readonly identity: { readonly kind: "url" | "id" | "path" | "text"; readonly value: string };
  /** Path below the import root, into archives too, with the part of a file of many stories: the journal's key. */
  readonly place?: string;
  /** The folder that is imported, for the files that a story names; absent for what is no file of its own. */
  readonly root?: string;
  /** See `fileStateOf`; absent for what is no file, or one that is too new to be sure of. */
  readonly fileState?: string;
}

/** read → parse: a story's text. */
export interface StoryText {
  readonly kind: "text";
  readonly origin: StoryOrigin;
  /** Decoded, without byte-order mark, with LF line ends. */
  readonly text: string;
  /** SHA-256 of the decoded text, or of what the parser has found. */
  readonly contentHash: string;
  /** What the parser of its format has found; plain text is parsed once there is a need to. */
  readonly parsed?: ParsedStory;
  /** Assets of its pictures, in their order, and what was wrong with those that have none. */
  readonly pictures?: Pick<SuppliedPictures, "assetIds" | "problems">;
}

/** An input that is no story, and why. */
export interface UnusableInput {
  readonly kind: "unusable";
  readonly input: string;
  readonly problem: Problem;
}

/** A story whose file is as an earlier run on this machine has left it: there is no need yet to read it. */
export interface SeenStory {
  readonly kind: "seen";
  readonly origin: StoryOrigin;
  readonly contentHash: string;
  readonly entry: JournalEntry;
  /** Where it was read after all, which version it says it is. */
  readonly version?: StoryVersion;
  /** Reads it after all. */
  read(): Promise<StoryText | UnusableInput>;
}

export type ReadStory = StoryText | UnusableInput | SeenStory;

/** transform → plan: the documents a story should become, all valid, in write order. */
export interface WantedStory {
  readonly kind: "wanted";
  /** What it was made of. */
  readonly read: StoryText;
  readonly origin: StoryOrigin;
  readonly text: string;
  readonly contentHash: string;
  readonly articleKey: string;
  readonly articleId: string;
  readonly headline: string;
  /** Which version of the story it is, as far as it says. */
  readonly version: StoryVersion;
  readonly documents: readonly ContentDocument[];
  /** Tells stories that are nearly the same; absent for one that is too short to tell. See `fingerprintOf`. */
  readonly fingerprint: string | undefined;
  /** JSON of the `ParsedEvidence` of the article's fields and its pictures. */
  readonly evidence?: string;
  /** What is odd about the input, apart from what the documents lack. */
  readonly problems: readonly Problem[];
}

/** A story that cannot become documents, or shall not. */
export interface RejectedStory {
  readonly kind: "rejected";
  readonly input: string;
  readonly headline?: string;
  readonly problems: readonly Problem[];
}

export type TransformedStory = WantedStory | RejectedStory;

/**
 * `merged`: what the source changed went in beside what editors changed. `suggested`: some of it could not, and is
 * offered on the import record.
 */
export type Outcome = "created" | "updated" | "unchanged" | "merged" | "suggested" | "skipped" | "failed";

/** One document that a story's transaction touches. */
export interface DocumentChange {
  /** The id that is written: a draft's id if the change goes to a draft. */
  readonly id: string;
  readonly type: string;
  readonly kind: "create" | "update" | "publish";
}

/** upsert → report: what became of one story. */
export interface StoryResult {
  readonly input: string;
  readonly outcome: Outcome;
  readonly articleId?: string;
  readonly headline?: string;
  readonly changes: readonly DocumentChange[];
  readonly problems: readonly Problem[];
  /** Why nothing was written, where the outcome alone does not say. */
  readonly reason?: string;
}

/** Something the operator may want to know that is wrong with no story. */
export interface ImportNote {
  readonly input: string;
  readonly message: string;
}

/** What one run came to. Complete: `read` is always the sum of the outcomes. */
export interface ImportSummary {
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly dryRun: boolean;
  /** Whether the run stopped early; the report then tells what was done until then. */
  readonly interrupted: boolean;
  readonly counts: { readonly read: number } & Readonly<Record<Outcome, number>>;
  readonly notes: readonly ImportNote[];
}

/** The account of one run: what it came to, and what became of every story. */
export interface ImportReport extends ImportSummary {
  readonly stories: readonly StoryResult[];
  readonly problems: readonly (Problem & { readonly input: string })[];
}

export interface ImportProgress {
  readonly stage: "read" | "upsert";
  /** Stories that have passed the stage. */
  readonly done: number;
  /** Stories in all; unknown where an input may hold any number of them. */
  readonly total: number | undefined;
  /** The story that passed it last. */
  readonly input: string;
}

/** A story file whose identity is told, as when it stands no longer below the folder it was imported from. */
export interface StoryFile {
  readonly path: string;
  /** Path below the import root, with `/`. */
  readonly relativePath: string;
}

export interface ImportOptions {
  /** Files, folders, and `-` for standard input. */
  readonly inputs: readonly (string | StoryFile)[];
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** How the fields of NDJSON and CSV inputs are called; guessed from their names unless told. */
  readonly mapping?: Mapping;
  /** Configured with perspective `raw`, no CDN, and an API version from 2025-02-19 on. */
  readonly client: SanityClient;
  /** Fetches the pictures that stories have on the web; they stay where they are unless told. */
  readonly fetchImages?: boolean;
  /** Sends no mutation; the report tells what a run would do. */
  readonly dryRun?: boolean;
  /** Told in a dry run of every transaction that an import would send. */
  readonly onPlanned?: (transaction: PlannedTransaction) => void;
  /** Publishes what is valid, instead of leaving it as drafts for an editor. */
  readonly publish?: boolean;
  /** Stories under way at a time, sent together where they fit into a request; 64 unless told. */
  readonly concurrency?: number;
  /** What this machine remembers of earlier runs, so that unchanged stories need no second look; nothing unless told. */
  readonly journal?: Journal;
  /** Most mutation requests in a second; 25 for hosted Sanity, which refuses more, unless told. */
  readonly mutationsPerSecond?: number;
  /** Ends the run after the transactions under way. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly now?: () => Date;
  readonly newRunId?: () => string;
  /** Waits between two attempts at a request that the lake did not answer. */
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

export interface ParseOptions {
  readonly inputs: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly mapping?: Mapping;
  readonly signal?: AbortSignal;
}

/** What `parseInputs` makes of one input; `documents` is empty if the input is no story. */
export interface ParsedInput {
  readonly input: string;
  readonly documents: ContentDocument[];
  readonly problems: Problem[];
}
