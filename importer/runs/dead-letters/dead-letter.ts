import { join } from "node:path";
import { z } from "zod";
import { problem } from "../../../schemas/index.ts";

/** One failed story, as listed in the folder of its run. */
export const deadLetter = z.object({
  /** As the operator named it: a path, or `-` for standard input. */
  input: z.string(),
  /** Path below the import root: what identifies the story, wherever the file is read from. */
  relativePath: z.string(),
  /** Name of the copy in the folder; absent where the input could not be copied. */
  copy: z.string().optional(),
  problems: z.array(problem),
});
export type DeadLetter = z.infer<typeof deadLetter>;

/** How the failed stories of a run were read, apart from what is the same for all: trying them again reads them alike. */
export const readingOptions = z.object({
  /** Path of the mapping file. */
  mapping: z.string().optional(),
  encoding: z.string().optional(),
  fetchImages: z.boolean().optional(),
  /** False if each story was read by itself. */
  outlets: z.boolean().optional(),
});
export type ReadingOptions = z.infer<typeof readingOptions>;

/** Name of the list in the folder. */
export const listName = "failed.json";

/** Name of the file with the reading options, beside the list. */
export const optionsName = "options.json";

/** The folder with the failed stories of one run. */
export const folderOfRun = (folder: string, run: string): string => join(folder, encodeURIComponent(run));
