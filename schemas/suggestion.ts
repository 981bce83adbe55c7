import { z } from "zod";
import { fieldMeta, typeMeta } from "./field-meta.ts";
import { arrayKey } from "./fields.ts";

const json = () => z.string().optional().register(fieldMeta, { direction: "ltr", multiline: true });

/** A value that an editor and the source have changed differently: the editor's is kept, the source's is offered. */
export const suggestion = z
  .object({
    _type: z.literal("suggestion"),
    _key: arrayKey,
    /** Published id of the document it is about, the article or one of its images; or the id of its version in a release. */
    documentId: z.string().min(1),
    /** Place in that document, in Sanity's path form. */
    path: z.string().min(1),
    /** The three versions as JSON; absent where there was, or now is, no value. */
    base: json(),
    current: json(),
    incoming: json(),
    /** For an array member that editors removed: the keys of the members before it in the source, nearest first. */
    after: z.array(z.string()).optional().register(fieldMeta, { hidden: true }),
    /** The run that raised it. */
    run: z.string(),
    state: z
      .enum(["open", "accepted", "rejected"])
      .register(fieldMeta, { optionTitles: { open: "Open", accepted: "Accepted", rejected: "Rejected" } }),
  })
  .register(typeMeta, {
    name: "suggestion",
    title: "Suggestion",
    kind: "object",
    preview: { title: "path", subtitle: "state" },
  });
export type Suggestion = z.infer<typeof suggestion>;
