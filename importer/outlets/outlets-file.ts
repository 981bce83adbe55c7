import { z } from "zod";
import { outletProfile } from "../../schemas/index.ts";

/** What is known of outlets, to be shared: the stories that were counted, as digests, and what editors have taught. */
export const outletsFile = z.object({
  format: z.literal("copydesk-outlets-1"),
  outlets: z.array(outletProfile.pick({ key: true, name: true, taught: true, sample: true })),
});
export type OutletsFile = z.infer<typeof outletsFile>;
