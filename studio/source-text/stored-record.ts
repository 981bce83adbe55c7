import { z } from "zod";
import { problem, suggestion } from "../../schemas/index.ts";

/** The part of an import record that the source text view reads. */
export const storedRecord = z
  .object({
    input: z.string(),
    sourceText: z.string(),
    importedAt: z.string(),
    evidence: z.string().nullish(),
    leftOut: z.string().nullish(),
    /** Only where something was left out, whose place it tells. */
    snapshot: z.string().nullish(),
    problems: z.array(problem).nullish(),
    suggestions: z.array(suggestion).nullish(),
  })
  .nullable();
export type StoredRecord = NonNullable<z.infer<typeof storedRecord>>;
