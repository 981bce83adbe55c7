import type { SimilarStory, WantedStory } from "../../stages.ts";
import { NearDuplicateIndex } from "./near-duplicate-index.ts";

/** Indexes the texts of a dataset's and a run's stories, to find near-duplicates. */
export class StoryLikeness {
  readonly #index = new NearDuplicateIndex();
  readonly #inputs = new Map<string, string>();

  /** Adds an imported story; ignored without a fingerprint, since it is too short to compare. */
  add(articleId: string, input: string, fingerprint: string | undefined): void {
    if (fingerprint === undefined) return;
    this.#index.add(articleId, fingerprint);
    this.#inputs.set(articleId, input);
  }

  addStory({ articleId, origin, fingerprint }: WantedStory): void {
    this.add(articleId, origin.input, fingerprint);
  }

  /** The other stories with nearly the same text, nearest first. */
  similarTo({ articleId, fingerprint }: WantedStory): SimilarStory[] {
    if (fingerprint === undefined) return [];
    return this.#index.find(articleId, fingerprint).flatMap((id) => {
      const input = this.#inputs.get(id);
      return input === undefined ? [] : [{ articleId: id, input }];
    });
  }
}
