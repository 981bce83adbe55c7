import { z } from "zod";
import { storedDocument } from "./stored-document.ts";

/**
 * What is read of a source that the dataset holds, as draft or published. Editors' sources may be unfinished in any
 * way: a name that is not one counts as none.
 */
export const storedSource = storedDocument.extend({
  name: z.string().optional().catch(undefined),
  names: z
    .array(z.looseObject({ value: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
  aliases: z.array(z.string()).optional().catch(undefined),
});
export type StoredSource = Readonly<z.infer<typeof storedSource>>;
