import { z } from "zod";
import type { LiveQuery } from "../live/use-live-query.ts";
import { seenDocument } from "./seen-document.ts";

const documents = z.array(seenDocument);

/** The query for documents as an editor sees them. */
export const seenDocumentsQuery = (ids: readonly string[]): LiveQuery<typeof documents> => ({
  query: "*[_id in $ids]",
  listenTo: "*[_id in $ids]",
  params: { ids },
  schema: documents,
  perspective: "raw",
});
