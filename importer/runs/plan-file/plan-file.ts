import { z } from "zod";
import { mutation } from "../../dataset/mutation.ts";
import { storedDocument } from "../../dataset/stored-document.ts";
import { ImportError } from "../../import-error.ts";

/** What an import would write for one story: all of it or nothing. */
const planFileStory = z.object({
  input: z.string(),
  outcome: z.string(),
  transactionId: z.string(),
  /**
   * The documents to be written, and those that drafts are made from, as they were when the import was planned; without
   * those that did not exist.
   */
  before: z.record(z.string(), storedDocument),
  mutations: z.array(mutation),
});
export type PlanFileStory = z.infer<typeof planFileStory>;

/** A planned import as a file: exactly what it would write, and what that replaces. */
const planFile = z.object({
  format: z.literal("copydesk-plan-1"),
  run: z.string(),
  at: z.iso.datetime(),
  dataset: z.string(),
  stories: z.array(planFileStory),
});
export type PlanFile = z.infer<typeof planFile>;

/**
 * Reads a plan file.
 *
 * @throws {ImportError} `plan-unreadable` when the text is not a plan.
 */
export function parsePlan(json: string): PlanFile {
  try {
    return planFile.parse(JSON.parse(json));
  } catch (cause) {
    throw new ImportError(
      "plan-unreadable",
      "Cannot use the plan: the file is not a plan, or was made by another version",
      {
        hint: 'Create one with "copydesk import --plan <file>".',
        cause,
      },
    );
  }
}
