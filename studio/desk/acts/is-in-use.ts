import { z } from "zod";

const refused = z.object({
  details: z.object({ items: z.array(z.object({ error: z.object({ type: z.string() }) })) }),
});

/**
 * Whether a transaction was refused because other documents refer to what it would delete. Pure.
 *
 * wire: answered with 409, like a revision that is no longer the one named, and told by the type of its error.
 */
export const isInUse = (error: unknown): boolean =>
  (refused.safeParse(error).data?.details.items ?? []).some(
    ({ error: { type } }) => type === "documentHasExistingReferencesError",
  );
