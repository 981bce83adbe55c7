import { z } from "zod";
import { fieldMeta, typeMeta } from "../field-meta.ts";
import { arrayKey } from "../fields.ts";
import { lineRole } from "./line-role.ts";

/** What an editor has said of one line of a story: that line plays the role, whatever the importer thinks of it. */
export const toldLine = z
  .object({
    _type: z.literal("toldLine"),
    _key: arrayKey,
    /** The line as the reader sees it. A line of another version of the story is the same if it says the same. */
    text: z.string().min(1),
    role: lineRole,
    /** Id of the user who said so. */
    by: z.string().min(1).register(fieldMeta, { direction: "ltr" }),
    at: z.iso.datetime(),
  })
  .register(typeMeta, {
    name: "toldLine",
    title: "Told line",
    kind: "object",
    preview: { title: "text", subtitle: "role" },
  });
export type ToldLine = z.infer<typeof toldLine>;
