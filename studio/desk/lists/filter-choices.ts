import { z } from "zod";
import { deskFilter } from "../../../schemas/index.ts";
import type { LiveQuery } from "../../live/use-live-query.ts";

const filterChoices = z.object({
  languages: z.array(z.string().nullable()).transform((all) => all.filter((one) => one !== null).toSorted()),
  sources: z.array(z.object({ _id: z.string(), name: z.string().nullable() })),
  runs: z.array(z.object({ run: z.string(), startedAt: z.string() })),
  saved: z.array(deskFilter.catchall(z.unknown())),
});
export type FilterChoices = z.infer<typeof filterChoices>;

/** What the queue can be filtered by, and the filters that somebody has saved. */
export const filterChoicesQuery: LiveQuery<typeof filterChoices> = {
  query: `{
    "languages": array::unique(*[_type == "importRecord"].review.language),
    "sources": *[_type == "source"] | order(lower(name) asc) [0...$mostSources] {_id, name},
    "runs": *[_type == "importRun"] | order(startedAt desc) [0...$mostRuns] {run, startedAt},
    "saved": *[_type == "deskFilter"] | order(lower(name) asc)
  }`,
  listenTo: '*[_type in ["source", "importRun", "deskFilter"]]',
  params: { mostSources: 1000, mostRuns: 50 },
  schema: filterChoices,
  perspective: "drafts",
};
