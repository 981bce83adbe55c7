import { z } from "zod";
import { storedDocument } from "./stored-document.ts";

/**
 * The parts of a stored source, draft or published, that are read. Editors' sources may be unfinished in any way: an
 * invalid name counts as absent.
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
