import { z } from "zod";
import { importRecord } from "../../schemas/index.ts";

/** What an import record keeps of a story, as far as the story can be read again from it. */
export const recordedStory = importRecord
  .pick({
    ...{ _id: true, article: true, input: true, outlet: true, identities: true, contentHash: true },
    ...{ version: true, versionCreated: true, sourceText: true, snapshot: true, importedAt: true },
  })
  .extend({
    outlet: z.string().nullish(),
    identities: importRecord.shape.identities.nullish(),
    version: z.number().nullish(),
    versionCreated: z.string().nullish(),
    toldLines: importRecord.shape.toldLines.nullish().catch(undefined),
    decision: z.unknown(),
  });
export type RecordedStory = Readonly<z.infer<typeof recordedStory>>;

/** A GROQ projection of that part. */
export const recordedFields = `_id, article, input, outlet, identities, contentHash, version, versionCreated, sourceText, snapshot,
  importedAt, toldLines, "decision": review.decision`;
