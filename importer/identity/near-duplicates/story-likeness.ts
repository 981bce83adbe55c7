import type { WantedStory } from "../../stages.ts";
import { NearDuplicateIndex } from "./near-duplicate-index.ts";

/** Knows the stories of a dataset and of a run by what they say, to find those that are nearly the same. */
export class StoryLikeness {
  readonly #index = new NearDuplicateIndex();
  readonly #inputs = new Map<string, string>();

  /** Adds an imported story; one without a fingerprint is too short to be like another. */
  add(articleId: string, input: string, fingerprint: string | undefined): void {
    if (fingerprint === undefined) return;
    this.#index.add(articleId, fingerprint);
    this.#inputs.set(articleId, input);
  }

  addStory({ articleId, origin, fingerprint }: WantedStory): void {
    this.add(articleId, origin.input, fingerprint);
  }

  /** Inputs of the other stories that say nearly the same, the nearest first. */
  similarTo({ articleId, fingerprint }: WantedStory): string[] {
    if (fingerprint === undefined) return [];
    return this.#index.find(articleId, fingerprint).flatMap((id) => this.#inputs.get(id) ?? []);
  }
}
