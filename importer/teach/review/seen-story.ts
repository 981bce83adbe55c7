import type { StoredDocument } from "../../dataset/stored-document.ts";
import type { RecordedStory } from "../recorded-story.ts";

/** A story as it was imported and as editors see it now. */
export interface SeenStory {
  readonly record: RecordedStory;
  readonly imported: StoryContent;
  readonly shown: StoryContent;
  /** Whether somebody has done something with it: only then it says anything that a value is still as it was read. */
  readonly isLookedAt: boolean;
  /** When somebody last has, as far as that is known. */
  readonly lookedAt?: string;
}

/** An article with the images that it shows. */
export interface StoryContent {
  readonly article: Fields;
  readonly images: readonly Fields[];
}

export type Fields = Readonly<Record<string, unknown>>;

/** The draft of a document if there is one, else what is published. */
export type ShownOf = (id: string) => StoredDocument | undefined;
