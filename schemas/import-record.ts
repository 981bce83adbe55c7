import { z } from "zod";
import { fieldMeta, typeMeta } from "./field-meta.ts";
import { referenceTo } from "./fields.ts";
import { problem } from "./problem.ts";

/**
 * The importer's memory of one story: a companion of the article, so that the article itself stays clean.
 * Its id, `import.<article id>`, has a dot: only signed-in users can read it.
 */
export const importRecord = z
  .object({
    _id: z.string(),
    _type: z.literal("importRecord"),
    /** Weak, so that the memory never keeps an editor from deleting the article. */
    article: referenceTo("article")
      .extend({ _weak: z.literal(true) })
      .register(fieldMeta, { sanity: { type: "reference", to: ["article"] } }),
    input: z.string().register(fieldMeta, { description: "The input, relative to the import root." }),
    contentHash: z.string().register(fieldMeta, { description: "SHA-256 of the input's text." }),
    sourceText: z.string().register(fieldMeta, {
      title: "Source text",
      description: "The raw story as it was read.",
      multiline: true,
    }),
    /**
     * The documents as last imported, as one JSON string `{"<id>": {…}}`: hosted Sanity limits the number of
     * distinct attribute paths, so a mirror of the documents would use them up.
     */
    snapshot: z.string().register(fieldMeta, { hidden: true, multiline: true }),
    problems: z.array(problem).optional(),
    importedAt: z.iso.datetime().register(fieldMeta, { title: "Imported at" }),
    run: z.string().register(fieldMeta, { title: "Import run", direction: "ltr" }),
  })
  .register(typeMeta, {
    name: "importRecord",
    title: "Import record",
    kind: "document",
    preview: { title: "input", subtitle: "importedAt" },
    orderings: [{ name: "importedAt", title: "Import date", field: "importedAt", direction: "desc" }],
  });
export type ImportRecord = z.infer<typeof importRecord>;
