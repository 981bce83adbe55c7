import { z } from "zod";
import { articleItemFragment, stretch } from "./article-item-fragment.ts";
import { defineQuery } from "./define-query.ts";
import { newestFirst, readableArticles } from "./readable-articles.ts";

/** The articles whose text comes from a source, newest first; not those that only use one of its pictures. */
export const articlesBySource = defineQuery({
  name: "articlesBySource",
  // An article refers to sources only as information sources: an image's source is referenced by the image.
  groq: /* groq */ `*[${readableArticles} && references($sourceId)] | ${newestFirst} [$from...$to]{${articleItemFragment.groq}}`,
  params: z.object({ sourceId: z.string().min(1), ...stretch }),
  result: z.array(articleItemFragment.shape),
});
