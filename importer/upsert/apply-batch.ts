import pLimit from "p-limit";
import { ImportError } from "../import-error.ts";
import { toProblem } from "../problems.ts";
import type { RejectedStory, StoryResult, TransformedStory, WantedStory } from "../stages.ts";
import { applyStory, type ApplyContext } from "./apply-story.ts";

export interface BatchOptions {
  /** Transactions under way at a time. */
  readonly concurrency: number;
  readonly signal?: AbortSignal | undefined;
  /** Called once a story, when it is done with. */
  readonly onDone: (result: StoryResult) => void;
}

/** What became of a batch; `error` is what ended the run in the midst of it. */
export interface BatchResult {
  /** One for each story, in their order. */
  readonly results: readonly StoryResult[];
  readonly error: ImportError | undefined;
}

/** Why a story was not begun. */
export const interrupted = "interrupted";

/**
 * Looks up a batch of stories and carries them out, some at a time, begun in their order.
 *
 * When the lake is lost, or the signal is aborted, what is under way ends and nothing more is begun: every
 * story still gets its result, so that the report of the run adds up.
 */
export async function applyBatch(
  batch: readonly TransformedStory[],
  context: ApplyContext,
  { concurrency, signal, onDone }: BatchOptions,
): Promise<BatchResult> {
  const lost: { error?: ImportError } = {};
  const guarded = async <T>(act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act();
    } catch (cause) {
      if (!(cause instanceof ImportError)) throw cause;
      lost.error ??= cause;
      return undefined;
    }
  };

  const stored = await guarded(() => context.view.load(batch.filter((story) => story.kind === "wanted")));
  const become = async (story: TransformedStory): Promise<StoryResult> => {
    if (story.kind === "rejected") return toResult(story);
    if (signal?.aborted) return notBegun(story);
    const found = stored?.get(story);
    if (lost.error !== undefined || found === undefined) return notWritten(story, "was not begun");
    const result = await guarded(() => applyStory(story, found, context));
    return result ?? notWritten(story, "may not have been written");
  };

  const limit = pLimit(concurrency);
  const results = await limit.map(batch, async (story) => {
    const result = await become(story);
    onDone(result);
    return result;
  });
  return { results, error: lost.error };
}

const toResult = ({ kind: _, ...story }: RejectedStory): StoryResult => ({ ...story, changes: [] });

const identityOf = ({ origin, articleId, headline }: WantedStory) => ({
  input: origin.input,
  articleId,
  headline,
  changes: [],
});

const notBegun = (story: WantedStory): StoryResult => ({
  ...identityOf(story),
  outcome: "skipped",
  problems: [],
  reason: interrupted,
});

const notWritten = (story: WantedStory, what: string): StoryResult => ({
  ...identityOf(story),
  outcome: "failed",
  problems: [
    toProblem("not-written", `The story ${what}: the run had to stop`, { documentId: story.articleId }),
  ],
});
