import { z } from "zod";
import { fieldMeta, typeMeta } from "../field-meta.ts";
import { learnedShape } from "./learned-shape.ts";
import { taughtRule } from "./taught-rule.ts";

/**
 * What the stories of one outlet have in common, learned from them and taught by editors. It belongs to no story: its
 * id, `import.outlet.<name>`, has a dot, so that only signed-in users can read it.
 *
 * The importer writes all of it but `taught`, which is the editors': an import only counts how often its rules were kept and
 * contradicted, and retires those that editors keep contradicting.
 */
export const outletProfile = z
  .object({
    _id: z.string(),
    _type: z.literal("outletProfile"),
    /** What the stories are known to share: the host of their addresses, or their folder; fit for an id. */
    key: z
      .string()
      .regex(/^[a-z0-9]+(?:[.-]+[a-z0-9]+)*$/)
      .register(fieldMeta, { readOnly: true, direction: "ltr" }),
    /** For people; the key, until an editor gives another. */
    name: z.string().min(1),
    /** Number of stories seen: exact up to the size of the sample, estimated from it above that. */
    stories: z.int().nonnegative().register(fieldMeta, { readOnly: true }),
    /** Digest of the rules that follow from the profile. Stories that were read with another one are read again. */
    version: z.string().register(fieldMeta, { readOnly: true, hidden: true }),
    learned: z.array(learnedShape).register(fieldMeta, { readOnly: true }),
    taught: z.array(taughtRule).optional(),
    /**
     * JSON: the sample of stories that all counts are made of, see `importer/outlets/sample`. One string, since hosted
     * Sanity limits the number of distinct attribute paths.
     */
    sample: z.string().register(fieldMeta, { hidden: true, multiline: true, readOnly: true }),
  })
  .register(typeMeta, {
    name: "outletProfile",
    title: "Outlet",
    kind: "document",
    preview: { title: "name", subtitle: "key" },
    orderings: [{ name: "name", title: "Name", field: "name", direction: "asc" }],
  });
export type OutletProfile = z.infer<typeof outletProfile>;
