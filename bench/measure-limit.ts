import { join } from "node:path";
import { generateStories } from "./generate-stories.ts";
import { runTask } from "./run-task.ts";
import { startLake, type SeenMutation } from "./start-lake.ts";

/** What hosted Sanity allows (sanity.io/docs/content-lake/technical-limits). */
export const mutationsPerSecond = 25;

/** One story per request, so that the import waits for the limit: about ten seconds. */
const stories = 270;

export interface LimitResult {
  readonly stories: number;
  readonly requests: number;
  readonly refused: number;
  readonly failed: number;
  readonly seconds: number;
  /** Share of the allowed requests that were used. */
  readonly share: number;
}

/** Imports stories, one per request, into a lake that limits the requests in any second. */
export async function measureLimit(folder: string): Promise<LimitResult> {
  const inputs = await generateStories(join(folder, "few"), stories);
  await using lake = await startLake({ dataFolder: join(folder, "limited"), mutationsPerSecond });
  const options = { url: lake.url, folder: inputs, concurrency: 1, mutationsPerSecond };
  const { seconds, count } = await runTask("copydesk-import", options);
  const seen = await lake.mutations();
  const taken = seen.filter(({ isRefused }) => !isRefused);
  return {
    stories,
    requests: taken.length,
    refused: seen.length - taken.length,
    failed: stories - count,
    seconds,
    share: shareUsed(taken, mutationsPerSecond),
  };
}

/**
 * The share of the allowed requests that were used. Pure.
 *
 * A limit of 25 in any second means that each request comes at least a second after the 25th before it. The share is
 * that second divided by the actual average time, so it does not depend on where the measurement begins and ends.
 */
export function shareUsed(requests: readonly Pick<SeenMutation, "atMs">[], perSecond: number): number {
  const gaps = requests.slice(perSecond).map(({ atMs }, index) => atMs - (requests[index]?.atMs ?? atMs));
  return (gaps.length * 1000) / gaps.reduce((sum, gap) => sum + gap, 0);
}
