import { z } from "zod";
import { defineList } from "./define-list.ts";

/** The articles whose text comes from a source; not those that only use one of its pictures. */
export const articlesBySource = defineList({
  name: "articlesBySource",
  // An article refers to sources only as information sources: an image's source is referenced by the image.
  filter: "references($sourceId)",
  params: { sourceId: z.string().min(1) },
});
