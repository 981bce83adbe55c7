import type { StoryResult } from "../stages.ts";
import type { ImportSummary } from "./import-summary.ts";

/** Renders a report while its run is in progress, in memory that does not grow with the stories. */
export interface ReportRenderer {
  /** Adds the next story. @returns What can be written already; often nothing. */
  story(result: StoryResult): string;
  /** @returns The rest. */
  end(summary: ImportSummary): string;
}
