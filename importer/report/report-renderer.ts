import type { StoryResult } from "../stages.ts";
import type { ImportSummary } from "./import-summary.ts";

/** Renders a report while its run goes on, in memory that does not grow with the stories. */
export interface ReportRenderer {
  /** Takes the next story. @returns What can be written by now; often nothing. */
  story(result: StoryResult): string;
  /** @returns The rest. */
  end(summary: ImportSummary): string;
}
