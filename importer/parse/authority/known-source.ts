import { z } from "zod";
import { sourceKind } from "../../../schemas/index.ts";

/** What is known beforehand of a news source: an entry of `known-sources.json`. */
export const knownSource = z.strictObject({
  /** Makes the id `source-<slug>`: permanent. */
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  kind: sourceKind,
  /** Names by BCP 47 tag. */
  names: z.record(z.string(), z.string().min(1)),
  /** Other spellings as they are printed. Case, accents and punctuation need no spelling of their own. */
  aliases: z.array(z.string().min(1)),
  /** Further spellings by which the source is found; unlike aliases, no Source document shows them. */
  spellings: z.array(z.string().min(1)).optional(),
  url: z.url().optional(),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/)
    .optional(),
  defaultLanguage: z.string().optional(),
});
export type KnownSource = z.infer<typeof knownSource>;
