import { z } from "zod";
import { importRun, waitingStates } from "../../../schemas/index.ts";
import type { LiveQuery } from "../../live/use-live-query.ts";

const shownRun = importRun
  .pick({
    run: true,
    startedAt: true,
    finishedAt: true,
    undoneAt: true,
    undoneBy: true,
    counts: true,
    taught: true,
  })
  .extend({
    finishedAt: z.string().nullable(),
    undoneAt: z.string().nullable(),
    undoneBy: z.string().nullable(),
    taught: z.string().nullish(),
    counts: importRun.shape.counts.nullable(),
    failures: importRun.shape.failures.nullable(),
  });
export type ShownRun = Readonly<z.infer<typeof shownRun>>;

const runs = z.array(shownRun);

/** The newest runs that wrote something. */
export const runsQuery = (most: number): LiveQuery<typeof runs> => ({
  query: `*[_type == "importRun"] | order(startedAt desc) [0...$most] {
    run, startedAt, finishedAt, undoneAt, undoneBy, taught, counts, failures
  }`,
  listenTo: '*[_type == "importRun"]',
  params: { most },
  schema: runs,
  perspective: "raw",
});

/** How many stories of a run wait for somebody, of those that no later run has written. */
export const waitingQuery = (run: string): LiveQuery<z.ZodNumber> => ({
  query: `count(*[_type == "importRecord" && run == $run && review.gravity < ${waitingStates.length}])`,
  listenTo: '*[_type == "importRecord" && run == $run]',
  params: { run },
  schema: z.number(),
  perspective: "raw",
});
