import { z } from "zod";
import { fieldMeta, typeMeta } from "../field-meta.ts";
import { arrayKey } from "../fields.ts";
import { lineRole } from "./line-role.ts";

/**
 * What an editor has said of lines of an outlet: every line of the shape plays the role. It goes before all that the
 * importer has learned or knows by itself, while it is active.
 */
export const taughtRule = z
  .object({
    _type: z.literal("taughtRule"),
    _key: arrayKey,
    /** As of a `learnedShape`. */
    shape: z.string().min(1),
    role: lineRole,
    /** The line that it was taught with, as it was printed. */
    example: z.string().optional(),
    /** Id of the user who taught it. */
    by: z.string().min(1).register(fieldMeta, { direction: "ltr" }),
    at: z.iso.datetime(),
    /** The run that read the outlet's stories again by it: undoing that run takes the rule back. */
    run: z.string().optional().register(fieldMeta, { direction: "ltr", hidden: true }),
    /** Only active rules are read with; a retired one is kept so that it is not offered again. */
    state: z.enum(["active", "retired"]),
    /** Values read by it that editors have kept, and that they have changed or taken out. */
    kept: z.int().nonnegative(),
    contradicted: z.int().nonnegative(),
  })
  .register(typeMeta, {
    name: "taughtRule",
    title: "Taught rule",
    kind: "object",
    preview: { title: "shape", subtitle: "role" },
  });
export type TaughtRule = z.infer<typeof taughtRule>;
