import { z } from "zod";

/** What tells a source from others, as editors see it; unfinished ones too. Its id is the published one. */
export const namedSource = z
  .object({
    _id: z.string(),
    name: z.string().nullish(),
    names: z.array(z.object({ value: z.string().nullish() })).nullish(),
    aliases: z.array(z.string()).nullish(),
    url: z.string().nullish(),
    wikidata: z.string().nullish(),
  })
  .readonly();
export type NamedSource = z.infer<typeof namedSource>;
