import pLimit from "p-limit";
import { type Crash, crashProblem } from "../crash.ts";
import { ImportError } from "../import-error.ts";
import { Interrupted } from "../interrupted.ts";
import { outcomeWithout, toProblem } from "../problems.ts";
import type { StoryResult, WantedStory } from "../stages.ts";
import { type ApplyContext, applyStory } from "./apply-story.ts";
import { fetchStored } from "./fetch-stored.ts";
import type { LookedUp } from "./look-up-stories.ts";

export interface ApplierContext extends ApplyContext {
  readonly signal: AbortSignal;
  /** Stories under way at a time. */
  readonly concurrency: number;
  /** Called once per story when it is finished; its result is yielded later, in the order of the stories. */
  onDone(result: StoryResult): void;
  /** Called for a story that the program has failed on. */
  readonly onCrash?: ((crash: Crash) => void) | undefined;
}

/** Writes stories as they come; `error` is what stopped the run part-way. */
export interface StoryApplier {
  /** Never rejects: failures are part of the result. Stories are started in the order of the calls. */
  apply(story: LookedUp): Promise<StoryResult>;
  readonly error: ImportError | undefined;
}

/**
 * Makes an applier that writes stories, several at a time.
 *
 * When the lake is lost or the signal is aborted, the stories under way end and no more are started. Every story still
 * gets its result, so that the report of the run adds up.
 */
export function storyApplier(context: ApplierContext): StoryApplier {
  const limit = pLimit(context.concurrency);
  let lost: ImportError | undefined;

  async function become(looked: LookedUp, earlier?: Promise<StoryResult>): Promise<StoryResult> {
    if (looked.kind === "settled") return looked.result;
    const { story, stored } = looked;
    await earlier;
    if (context.signal.aborted) return notBegun(story);
    if (lost !== undefined) return notWritten(story, "was not started");
    try {
      const now = earlier && (await fetchStored(context.lake, [story])).get(story);
      const result = await applyStory(story, now ?? stored, context);
      // A dry run has not written the earlier version, which this one would find.
      const isSecond = (await earlier)?.outcome === "created";
      return isSecond && result.outcome === "created" ? { ...result, outcome: "updated" } : result;
    } catch (cause) {
      if (cause instanceof Interrupted) return notBegun(story, cause.isInDoubt);
      if (!(cause instanceof ImportError)) return crashed(story, cause);
      lost ??= cause;
      return notWritten(story, "may not have been written");
    }
  }

  function crashed(story: WantedStory, error: unknown): StoryResult {
    context.onCrash?.({ input: story.origin.input, error });
    const problems = [crashProblem({ error })];
    return { ...identityOf(story), outcome: outcomeWithout(problems), problems };
  }

  /** Articles that are being written; a newer version of the same story waits for the older one. */
  const underWay = new Map<string, Promise<StoryResult>>();

  function inTurn(looked: LookedUp): Promise<StoryResult> {
    if (looked.kind === "settled") return become(looked);
    const { articleId } = looked.story;
    const becoming = become(looked, underWay.get(articleId)).finally(() => {
      if (underWay.get(articleId) === becoming) underWay.delete(articleId);
    });
    underWay.set(articleId, becoming);
    return becoming;
  }

  return {
    apply: (story) =>
      limit(async () => {
        const result = await inTurn(story);
        context.onDone(result);
        return result;
      }),
    get error() {
      return lost;
    },
  };
}

const identityOf = ({ origin, articleId, headline }: WantedStory) => ({
  input: origin.input,
  articleId,
  headline,
  changes: [],
});

/** @param isInDoubt Whether the lake may nevertheless have written it. */
const notBegun = (story: WantedStory, isInDoubt = false): StoryResult => ({
  ...identityOf(story),
  outcome: "skipped",
  problems: isInDoubt ? [stopped(story, "may not have been written")] : [],
  reason: Interrupted.reason,
});

const notWritten = (story: WantedStory, what: string): StoryResult => {
  const { articleId: documentId } = story;
  const problems = [toProblem("not-written", `The story ${what}: the run had to stop`, { documentId })];
  return { ...identityOf(story), outcome: outcomeWithout(problems), problems };
};

const stopped = ({ articleId }: WantedStory, what: string): StoryResult["problems"][number] =>
  toProblem("not-written", `The story ${what}: the run had to stop`, { documentId: articleId });
