import type { ReadStory, StoryResult } from "../stages.ts";
import type { ImportProgress } from "./import-progress.ts";

/** Reports the progress of a run whenever a story has passed a stage. */
export interface ProgressTeller {
  read(story: ReadStory): void;
  upserted(result: StoryResult): void;
}

/** Makes the progress reporter of a run: assumes one story per input until an input turns out to contain many. */
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

/** Whether a story was found in an archive or in a file of many stories. */
const isOneOfMany = (story: ReadStory): boolean =>
  story.kind !== "unusable" && /[#!]/.test(story.origin.place ?? "");
