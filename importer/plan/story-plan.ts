import type { ImportRecord, Problem } from "../../schemas/index.ts";
import type { Mutation } from "../dataset/mutation.ts";
import type { StoredDocument } from "../dataset/stored-document.ts";
import type { DocumentChange, Outcome, SimilarStory, WantedStory } from "../stages.ts";
import type { SourceDirectory } from "./source-directory.ts";

/** What the dataset has for one story. */
export interface StoredStory {
  /** Drafts, published documents and their versions in releases, each under its own id. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  readonly record: ImportRecord | undefined;
  /** Revision of the import record, even if the record cannot be read. */
  readonly recordRevision: string | undefined;
}

/** What is needed to plan a story, besides the story. */
export interface PlanContext {
  readonly stored: StoredStory;
  readonly sources: SourceDirectory;
  /** Published id of the article that has a slug. */
  readonly slugHolder: (slug: string) => string | undefined;
  /** Other stories whose text is nearly the same as a new text, the nearest first. */
  readonly similarTo: (story: WantedStory) => readonly SimilarStory[];
  readonly publish: boolean;
  /** Whether releases turned out to be locked, as scheduled ones are; default: they are not. */
  readonly areReleasesLocked?: boolean;
  /** See `readingRules`; the import record keeps what they are for its story. */
  readonly rules: string;
  /** For the import record. */
  readonly run: { readonly id: string; readonly at: string };
}

/** What to do for one story: one transaction, or nothing. */
export interface StoryPlan {
  readonly story: WantedStory;
  readonly articleId: string;
  readonly outcome: Exclude<Outcome, "failed">;
  readonly reason?: string;
  readonly changes: readonly DocumentChange[];
  readonly mutations: readonly Mutation[];
  readonly problems: readonly Problem[];
  /** The article's slug once the plan is carried out, to be reserved by the caller until then. */
  readonly slug: string | undefined;
}
