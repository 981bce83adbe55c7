import { z } from "zod";
import { importRecord } from "../../../schemas/index.ts";

/** The part of an import record that the panel beside the form reads; what cannot be read of it is left out. */
export const storedRecord = z
  .object({
    article: importRecord.shape.article,
    input: z.string(),
    sourceText: z.string(),
    importedAt: z.string(),
    contentHash: z.string(),
    snapshot: z.string(),
    evidence: z.string().nullish(),
    leftOut: z.string().nullish(),
    toldLines: importRecord.shape.toldLines
      .nullish()
      .transform((all) => all ?? [])
      .catch([]),
    problems: importRecord.shape.problems
      .nullish()
      .transform((all) => all ?? [])
      .catch([]),
    suggestions: importRecord.shape.suggestions
      .nullish()
      .transform((all) => all ?? [])
      .catch([]),
    review: importRecord.shape.review
      .nullish()
      .transform((review) => review ?? undefined)
      .catch(undefined),
  })
  .nullable();
export type StoredRecord = NonNullable<z.infer<typeof storedRecord>>;

/** A GROQ projection of that part. */
export const storedFields = `article, input, sourceText, importedAt, contentHash, snapshot, evidence, leftOut, toldLines,
  problems, suggestions, review`;
