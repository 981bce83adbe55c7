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

/** Name of the list in the folder. */
export const listName = "failed.json";

/** The folder with the failed stories of one run. */
export const folderOfRun = (folder: string, run: string): string => join(folder, encodeURIComponent(run));
