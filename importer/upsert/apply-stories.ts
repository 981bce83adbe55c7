import type { StoryResult } from "../stages.ts";
import type { LookedUp } from "./look-up-stories.ts";
import { type ApplierContext, storyApplier } from "./story-applier.ts";

/** What is needed to write stories. */
export interface ApplyStoriesContext extends ApplierContext {
  /** Ends whatever the run is still waiting for elsewhere. */
  stop(): void;
}

/**
 * Plans stories and carries out the plans, several at a time. Yields the results in the order of the stories, and
 * holds at most twice as many of them as are under way at a time.
 *
 * @throws {ImportError} When the lake is lost or refuses the token, after the results of all stories that were
 * started.
 */
export async function* applyStories(
  batches: AsyncIterable<readonly LookedUp[]>,
  context: ApplyStoriesContext,
): AsyncGenerator<StoryResult, void, undefined> {
  const applier = storyApplier(context);
  const underWay: Promise<StoryResult>[] = [];
  async function* downTo(count: number): AsyncGenerator<StoryResult, void, undefined> {
    while (underWay.length > count) {
      const [first] = underWay;
      if (first !== undefined) yield await first;
      void underWay.shift();
    }
  }

  let broken: { readonly error: unknown } | undefined;
  try {
    try {
      for await (const batch of batches) {
        for (const story of batch) {
          const applying = applier.apply(story);
          // What fails is seen in its turn; until then, nobody looks.
          applying.catch(() => undefined);
          underWay.push(applying);
        }
        yield* downTo(2 * context.concurrency);
        if (applier.error === undefined) continue;
        yield* downTo(0);
        context.stop();
        break;
      }
    } catch (error) {
      broken = { error };
    }
    yield* downTo(0);
  } finally {
    // The consumer may have stopped early.
    await Promise.allSettled(underWay);
  }
  if (applier.error !== undefined) throw applier.error;
  if (broken !== undefined) throw broken.error;
}
