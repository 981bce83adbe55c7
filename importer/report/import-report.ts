import type { Problem } from "../../schemas/index.ts";
import type { StoryResult } from "../stages.ts";
import type { ImportSummary } from "./import-summary.ts";

/** The report of one run: its summary, and the result of every story. */
export interface ImportReport extends ImportSummary {
  readonly stories: readonly StoryResult[];
  readonly problems: readonly (Problem & { readonly input: string })[];
}
