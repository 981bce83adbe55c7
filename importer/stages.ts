import type { SanityClient } from "@sanity/client";
import type { ContentDocument, Problem } from "../schemas/index.ts";
import type { PlannedTransaction } from "./upsert/observe-commits.ts";

/** Where a story came from. */
export interface StoryOrigin {
  /** As the operator would name it: a path, or `-` for standard input. */
  readonly input: string;
  /** What identifies the story for good: its path below the import root, or the digest of its text. */
  readonly identity: { readonly kind: "path" | "text"; readonly value: string };
}

/** read → parse: a story's text, or why there is none. */
export type ReadStory =
  | {
      readonly kind: "text";
      readonly origin: StoryOrigin;
      /** Decoded, without byte-order mark, with LF line ends. */
      readonly text: string;
      /** SHA-256 of the decoded text. */
      readonly contentHash: string;
    }
  | {
      readonly kind: "unusable";
      readonly input: string;
      readonly outcome: "failed" | "skipped";
      readonly problem: Problem;
    };

/** transform → plan: the documents a story should become, all valid, in write order. */
export interface WantedStory {
  readonly kind: "wanted";
  readonly origin: StoryOrigin;
  readonly text: string;
  readonly contentHash: string;
  readonly articleKey: string;
  readonly articleId: string;
  readonly headline: string;
  readonly documents: readonly ContentDocument[];
  /** JSON of the `ParsedEvidence` of the article's fields and its pictures. */
  readonly evidence?: string;
  /** What is odd about the input, apart from what the documents lack. */
  readonly problems: readonly Problem[];
}

/** A story that cannot become documents, or shall not. */
export interface RejectedStory {
  readonly kind: "rejected";
  readonly input: string;
  readonly outcome: "failed" | "skipped";
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

/** The account of one run. Complete: `read` is always the sum of the outcomes. */
export interface ImportReport {
  readonly run: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** ISO 8601, UTC. */
  readonly finishedAt: string;
  readonly dryRun: boolean;
  /** Whether the run stopped early; the report then tells what was done until then. */
  readonly interrupted: boolean;
  readonly counts: { readonly read: number } & Readonly<Record<Outcome, number>>;
  readonly stories: readonly StoryResult[];
  readonly problems: readonly (Problem & { readonly input: string })[];
  readonly notes: readonly ImportNote[];
}

export interface ImportProgress {
  readonly stage: "read" | "upsert";
  /** Stories that have passed the stage. */
  readonly done: number;
  readonly total: number;
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
  /** Configured with perspective `raw`, no CDN, and an API version from 2025-02-19 on. */
  readonly client: SanityClient;
  /** Sends no mutation; the report tells what a run would do. */
  readonly dryRun?: boolean;
  /** Told in a dry run of every transaction that an import would send. */
  readonly onPlanned?: (transaction: PlannedTransaction) => void;
  /** Publishes what is valid, instead of leaving it as drafts for an editor. */
  readonly publish?: boolean;
  /** Stories under way at a time, sent together where they fit into a request; 32 unless told. */
  readonly concurrency?: number;
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
  readonly signal?: AbortSignal;
}

/** What `parseInputs` makes of one input; `documents` is empty if the input is no story. */
export interface ParsedStory {
  readonly input: string;
  readonly documents: ContentDocument[];
  readonly problems: Problem[];
}
