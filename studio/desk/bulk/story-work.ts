import type { SanityClient } from "@sanity/client";
import { isRefusal } from "../acts/act.ts";
import { carryOut } from "../acts/carry-out.ts";
import { readStory } from "../acts/story-now.ts";
import { actOfJob, alsoReadBy, type BulkJob, type BulkStory } from "./bulk-job.ts";
import type { BulkWork } from "./run-job.ts";

/**
 * A job as work on stories.
 *
 * @param by A user's id.
 */
export const storyWork = (client: SanityClient, job: BulkJob, by: string): Required<BulkWork<BulkStory>> => ({
  // What two publish along, such as their source, only one of them can.
  atATime: job.kind === "publish" ? 1 : 4,
  async rehearse(story) {
    const now = await readStory(client, story.id, alsoReadBy(job));
    if (now === undefined) return { kind: "gone" };
    const deed = actOfJob(job, story)(now, { by, at: new Date() });
    return isRefusal(deed) ? deed : { kind: "done" };
  },
  run: (story) =>
    carryOut(client, actOfJob(job, story), { articleId: story.id, by, alsoRead: alsoReadBy(job) }),
});
