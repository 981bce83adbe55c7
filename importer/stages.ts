import type { ContentDocument, Problem } from "../schemas/index.ts";
import type { SuppliedPictures } from "./assets/supplied-pictures.ts";
import type { StoryIdentity } from "./identity/story-identity.ts";
import type { StoryVersion } from "./identity/story-version.ts";
import type { ParsedStory } from "./parse/parsed-story.ts";
import type { JournalEntry } from "./runs/journal/journal.ts";

/** Where a story came from. */
export interface StoryOrigin {
  /** As the operator would name it: a path, or `-` for standard input. */
  readonly input: string;
  /** The first of the story's names, of which its ids are made: its address, else its id at the provider, else its path. */
  readonly identity: StoryIdentity;
  /** The other names that it goes by: it is found again by any of them. */
  readonly alsoKnownAs?: readonly StoryIdentity[];
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
  /** Where it was read after all, which version it says it is, and its text. */
  readonly version?: StoryVersion;
  readonly text?: string;
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
  /** The names that its import record keeps; all of its origin's unless told. */
  readonly identities?: readonly StoryIdentity[];
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
