import type { ReadStory, StoryResult } from "../stages.ts";
import type { ImportProgress } from "./import-progress.ts";

/** Tells how far a run is, whenever a story has passed a stage. */
export interface ProgressTeller {
  read(story: ReadStory): void;
  upserted(result: StoryResult): void;
}

/** Makes what tells of a run with so many inputs: one story an input, until one of them turns out to hold many. */
export function tellProgress(inputs: number, onProgress: (progress: ImportProgress) => void): ProgressTeller {
  let total: number | undefined = inputs;
  let read = 0;
  let upserted = 0;
  return {
    read(story) {
      if (isOneOfMany(story)) total = undefined;
      onProgress({ stage: "read", done: ++read, total, input: inputOf(story) });
    },
    upserted: ({ input }) => onProgress({ stage: "upsert", done: ++upserted, total, input }),
  };
}

const inputOf = (story: ReadStory): string => (story.kind === "unusable" ? story.input : story.origin.input);

/** Whether a story was found in an archive, or in a file of many. */
const isOneOfMany = (story: ReadStory): boolean =>
  story.kind !== "unusable" && /[#!]/.test(story.origin.place ?? "");
