import { z } from "zod";
import { sourceKind } from "../../../schemas/index.ts";

/** A news source known in advance: an entry of `known-sources.json`. */
export const knownSource = z.strictObject({
  /** Forms the id `source-<slug>`: permanent. */
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  kind: sourceKind,
  /** Names by BCP 47 tag. */
  names: z.record(z.string(), z.string().min(1)),
  /** Other printed spellings. Variants in case, accents or punctuation need no entry. */
  aliases: z.array(z.string().min(1)),
  /** More spellings that find the source; unlike aliases, they never appear on a Source document. */
  spellings: z.array(z.string().min(1)).optional(),
  url: z.url().optional(),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .optional(),
  defaultLanguage: z.string().optional(),
});
export type KnownSource = z.infer<typeof knownSource>;
