import type { SanityClient } from "@sanity/client";
import pLimit from "p-limit";
import { isRefusal, type Refusal } from "../acts/act.ts";
import { carryOut, type Outcome } from "../acts/carry-out.ts";
import { readStory } from "../acts/story-now.ts";
import { actOfJob, alsoReadBy, type BulkJob, type BulkStory } from "./bulk-job.ts";

/** What became of one story, or would. */
export interface BulkResult {
  readonly story: BulkStory;
  readonly outcome: BulkOutcome;
}

export type BulkOutcome =
  | { readonly kind: "done"; readonly undo?: () => Promise<Outcome> }
  | Refusal
  | { readonly kind: "failed"; readonly reason: string };

interface BulkOptions {
  readonly job: BulkJob;
  readonly stories: readonly BulkStory[];
  /** A user's id. */
  readonly by: string;
  readonly onProgress: (finished: number) => void;
}

/** Stories that are worked on at a time. What two publish along, such as their source, only one of them can. */
const atATime = (job: BulkJob): number => (job.kind === "publish" ? 1 : 4);

/** Finds out what a job would do, and writes nothing. The results come in the order of the stories. */
export const rehearseJob = (client: SanityClient, options: BulkOptions): Promise<readonly BulkResult[]> =>
  forEach(options, async (story) => {
    const { job, by } = options;
    const now = await readStory(client, story.articleId, alsoReadBy(job));
    if (now === undefined) return { kind: "gone" };
    const deed = actOfJob(job, story)(now, { by, at: new Date() });
    return isRefusal(deed) ? deed : { kind: "done" };
  });

/** Does a job to each story, whatever becomes of the others. The results come in the order of the stories. Never rejects. */
export const runJob = (client: SanityClient, options: BulkOptions): Promise<readonly BulkResult[]> =>
  forEach(options, (story) => {
    const { job, by } = options;
    return carryOut(client, actOfJob(job, story), {
      articleId: story.articleId,
      by,
      alsoRead: alsoReadBy(job),
    });
  });

/** Takes back what was done, the last first, one after the other: what one has published along, another may need. */
export async function undoJob(
  results: readonly BulkResult[],
  onProgress: (finished: number) => void,
): Promise<readonly BulkResult[]> {
  const undone: BulkResult[] = [];
  for (const { story, outcome } of results.toReversed()) {
    if (outcome.kind !== "done" || outcome.undo === undefined) continue;
    undone.unshift({ story, outcome: await orFailed(outcome.undo) });
    onProgress(undone.length);
  }
  return undone;
}

async function forEach(
  { job, stories, onProgress }: BulkOptions,
  what: (story: BulkStory) => Promise<BulkOutcome>,
): Promise<readonly BulkResult[]> {
  const limit = pLimit(atATime(job));
  let finished = 0;
  return Promise.all(
    stories.map((story) =>
      limit(async () => {
        const outcome = await orFailed(() => what(story));
        onProgress((finished += 1));
        return { story, outcome };
      }),
    ),
  );
}

async function orFailed(what: () => Promise<BulkOutcome>): Promise<BulkOutcome> {
  try {
    return await what();
  } catch (error) {
    return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
  }
}
