import { z } from "zod";
import { problem, suggestion } from "../../schemas/index.ts";

/** What the view of the source text reads of an import record. */
export const storedRecord = z
  .object({
    input: z.string(),
    sourceText: z.string(),
    importedAt: z.string(),
    evidence: z.string().nullish(),
    problems: z.array(problem).nullish(),
    suggestions: z.array(suggestion).nullish(),
  })
  .nullable();
export type StoredRecord = NonNullable<z.infer<typeof storedRecord>>;
