import type { Problem } from "../../schemas/index.ts";
import type { StoryResult } from "../stages.ts";
import type { ImportSummary } from "./import-summary.ts";

/** The account of one run: what it came to, and what became of every story. */
export interface ImportReport extends ImportSummary {
  readonly stories: readonly StoryResult[];
  readonly problems: readonly (Problem & { readonly input: string })[];
}
