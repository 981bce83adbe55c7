import { z } from "zod";
import { fieldMeta, typeMeta } from "../field-meta.ts";

/** Two sources of which somebody has said that they are not the same, however alike their names are. */
export const sourcesApart = z
  .object({
    _id: z.string(),
    _type: z.literal("sourcesApart"),
    /** Published ids. No references: they would keep an undone import from deleting the sources that it has made. */
    pair: z.array(z.string().min(1)).length(2).register(fieldMeta, { readOnly: true, direction: "ltr" }),
  })
  .register(typeMeta, {
    name: "sourcesApart",
    title: "Sources that are not the same",
    kind: "document",
    preview: { title: "pair.0", subtitle: "pair.1" },
  });
export type SourcesApart = z.infer<typeof sourcesApart>;
