import { z } from "zod";
import { fieldMeta, typeMeta } from "./field-meta.ts";
import { arrayKey } from "./fields.ts";
import { problem } from "./problem.ts";

/** A story that could not be imported, and why. */
const failedStory = z
  .object({
    _type: z.literal("failedStory"),
    _key: arrayKey,
    input: z.string().register(fieldMeta, { direction: "ltr" }),
    problems: z.array(problem),
  })
  .register(typeMeta, {
    name: "failedStory",
    title: "Failed story",
    kind: "object",
    preview: { title: "input" },
  });

const count = z.int().nonnegative().optional();

/**
 * One run of the importer that wrote something. Its id, `importRun.<run>`, has a dot: only signed-in users can read
 * it. What the run wrote is in the import records of its stories.
 */
export const importRun = z
  .object({
    _id: z.string(),
    _type: z.literal("importRun"),
    run: z.string().register(fieldMeta, { title: "Import run", direction: "ltr" }),
    startedAt: z.iso.datetime().register(fieldMeta, { title: "Started at" }),
    /** What an editor has taught, if stories were only read again because of it: the line, or the shape of lines. */
    taught: z.string().optional().register(fieldMeta, { readOnly: true }),
    finishedAt: z.iso.datetime().optional().register(fieldMeta, {
      title: "Finished at",
      description: "Empty while the import is running. Stays empty if it was cut off.",
    }),
    undoneAt: z.iso.datetime().optional().register(fieldMeta, { title: "Undone at" }),
    undoneBy: z.string().optional().register(fieldMeta, {
      title: "Undone by",
      description: "A user's id; empty if it was undone from the command line.",
    }),
    /** JSON: the sources that an undo of the run still has to remove. See `importer/runs/undo/made-sources.ts`. */
    pendingSources: z.string().optional().register(fieldMeta, { hidden: true }),
    /** Number of stories by outcome. */
    counts: z
      .object({
        read: count,
        created: count,
        updated: count,
        merged: count,
        suggested: count,
        unchanged: count,
        skipped: count,
        failed: count,
      })
      .optional(),
    /** The first hundred of the stories that failed; `counts.failed` is the number of all. */
    failures: z.array(failedStory).optional(),
  })
  .register(typeMeta, {
    name: "importRun",
    title: "Import run",
    kind: "document",
    preview: { title: "run", subtitle: "startedAt" },
    orderings: [{ name: "startedAt", title: "Start", field: "startedAt", direction: "desc" }],
  });
export type ImportRun = z.infer<typeof importRun>;
