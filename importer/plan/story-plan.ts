import type { ImportRecord, Problem } from "../../schemas/index.ts";
import type { Mutation } from "../dataset/mutation.ts";
import type { StoredDocument } from "../dataset/stored-document.ts";
import type { DocumentChange, Outcome, WantedStory } from "../stages.ts";
import type { SourceDirectory } from "./source-directory.ts";

/** What the dataset holds for one story. */
export interface StoredStory {
  /** Drafts, published documents and their versions in releases, each under its own id. */
  readonly documents: ReadonlyMap<string, StoredDocument>;
  readonly record: ImportRecord | undefined;
  /** Revision of the import record, also of one that cannot be read. */
  readonly recordRevision: string | undefined;
  /** The import record of a story with the same text whose file is gone: this story's own, from another path. */
  readonly movedFrom:
    { readonly input: string; readonly articleId: string; readonly recordRevision: string } | undefined;
}

/** What a plan is made of, besides the story. */
export interface PlanContext {
  readonly stored: StoredStory;
  readonly sources: SourceDirectory;
  /** Published id of the article that holds a slug. */
  readonly slugHolder: (slug: string) => string | undefined;
  /** Inputs of the other stories that say nearly the same as one whose text is new. */
  readonly similarTo: (story: WantedStory) => readonly string[];
  readonly publish: boolean;
  /** Whether releases have turned out not to be written to, as those that are scheduled; they may be unless told. */
  readonly areReleasesLocked?: boolean;
  /** Digest of the rules that the story was read with, for the import record. */
  readonly rules: string;
  /** For the import record. */
  readonly run: { readonly id: string; readonly at: string };
}

/** What is to be done for one story: one transaction, or nothing. */
export interface StoryPlan {
  readonly story: WantedStory;
  readonly articleId: string;
  readonly outcome: Exclude<Outcome, "failed">;
  readonly reason?: string;
  readonly changes: readonly DocumentChange[];
  readonly mutations: readonly Mutation[];
  readonly problems: readonly Problem[];
  /** The slug that the article has once the plan is carried out, to be reserved until then; planning reserves none. */
  readonly slug: string | undefined;
}
