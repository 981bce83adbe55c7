import type { ContentDocument, LeftOutPiece, Problem, ToldLine } from "../schemas/index.ts";
import type { SuppliedPictures } from "./assets/supplied-pictures.ts";
import type { StoryIdentity } from "./identity/story-identity.ts";
import type { StoryVersion } from "./identity/story-version.ts";
import type { OutletReading } from "./parse/outlet-reading.ts";
import type { ParsedStory } from "./parse/parsed-story.ts";
import type { JournalEntry } from "./runs/journal/journal.ts";

/** Where a story came from. */
export interface StoryOrigin {
  /** As the operator would name it: a path, or `-` for standard input. */
  readonly input: string;
  /** The first of the story's names, from which its ids are made: its address, else its provider's id, else its path. */
  readonly identity: StoryIdentity;
  /** The story's other names: it is found again by any of them. */
  readonly alsoKnownAs?: readonly StoryIdentity[];
  /** Path below the import root, including the path inside an archive or a file of many stories: the journal's key. */
  readonly place?: string;
  /** Key of its outlet: see `outletOf`. */
  readonly outlet?: string;
  /**
   * For the files that a story names: the imported folder, and the file beside which they are; of a packed story, a
   * copy of the pictures in its archive, as long as the run lasts.
   */
  readonly beside?: { readonly root: string; readonly input: string };
  /** See `fileStateOf` and `withPictureFiles`; absent if the story is not a file, or a file is too new to be sure of. */
  readonly fileState?: string;
}

/** read → parse: a story's text. */
export interface StoryText {
  readonly kind: "text";
  readonly origin: StoryOrigin;
  /** Decoded, without byte-order mark, with LF line ends. */
  readonly text: string;
  /** SHA-256 of the decoded text, or of the parser's result. */
  readonly contentHash: string;
  /** The result of its format's parser; plain text is parsed only when needed. */
  readonly parsed?: ParsedStory;
  /** What is known of its outlet, of a plain text. */
  readonly reading?: OutletReading;
  /** What editors have said of its lines, of a plain text. */
  readonly told?: readonly ToldLine[];
  /** Assets of its pictures, in order, and the problems of those without one. */
  readonly pictures?: Pick<SuppliedPictures, "assetIds" | "problems">;
}

/** An input that is not a story, and why. */
export interface UnusableInput {
  readonly kind: "unusable";
  readonly input: string;
  readonly problem: Problem;
}

/** A story whose file has not changed since an earlier run on this machine, so that it need not be read yet. */
export interface SeenStory {
  readonly kind: "seen";
  readonly origin: StoryOrigin;
  readonly contentHash: string;
  readonly entry: JournalEntry;
  /** The version it gives and its text, if it was read after all. */
  readonly version?: StoryVersion;
  readonly text?: string;
  /** Reads it after all. */
  read(): Promise<StoryText | UnusableInput>;
}

export type ReadStory = StoryText | UnusableInput | SeenStory;

/** transform → plan: the documents that a story should become, all valid, in write order. */
export interface WantedStory {
  readonly kind: "wanted";
  /** What it was made from. */
  readonly read: StoryText;
  readonly origin: StoryOrigin;
  readonly text: string;
  readonly contentHash: string;
  readonly articleKey: string;
  readonly articleId: string;
  readonly headline: string;
  /** The names that its import record keeps; default: all of its origin's. */
  readonly identities?: readonly StoryIdentity[];
  /** The version that the story gives, if any. */
  readonly version: StoryVersion;
  readonly documents: readonly ContentDocument[];
  /** For finding near-duplicates; absent for a story that is too short. See `fingerprintOf`. */
  readonly fingerprint: string | undefined;
  /** JSON of the `ParsedEvidence` of the article's fields and its pictures. */
  readonly evidence?: string;
  /** What of the input is in none of the documents, in the order of the input. */
  readonly leftOut: readonly LeftOutPiece[];
  /** Problems with the input, apart from what the documents lack. */
  readonly problems: readonly Problem[];
}

/** A story that has nearly the text of another one. */
export interface SimilarStory {
  readonly articleId: string;
  readonly input: string;
}

/** A story that cannot or must not become documents. */
export interface RejectedStory {
  readonly kind: "rejected";
  readonly input: string;
  readonly headline?: string;
  readonly problems: readonly Problem[];
}

export type TransformedStory = WantedStory | RejectedStory;

/**
 * `merged`: the source's changes were merged with editors' changes. `suggested`: some could not be, and are
 * suggestions on the import record.
 */
export type Outcome = "created" | "updated" | "unchanged" | "merged" | "suggested" | "skipped" | "failed";

/** One document that a story's transaction touches. */
export interface DocumentChange {
  /** The id that is written: the draft's id if the change goes to a draft. */
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
  /** What of the input is in none of the documents; absent for a story that was not read again. */
  readonly leftOut?: readonly LeftOutPiece[];
  /** Why nothing was written, where the outcome alone does not say. */
  readonly reason?: string;
}

/** Something the operator may want to know that is not a problem of any story. */
export interface ImportNote {
  readonly input: string;
  readonly message: string;
}
