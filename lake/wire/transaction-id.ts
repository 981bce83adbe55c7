import { z } from "zod";

/** Ids that clients choose become revisions, and lines of event streams: a line break there would begin an event. */
export const transactionId = z.string().regex(/^[\w.:-]{1,128}$/, "no transaction id");
