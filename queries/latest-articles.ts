import { z } from "zod";
import { articleItemFragment, stretch } from "./article-item-fragment.ts";
import { defineQuery } from "./define-query.ts";
import { newestFirst, readableArticles } from "./readable-articles.ts";

/** The articles that readers may see, newest first. */
export const latestArticles = defineQuery({
  name: "latestArticles",
  groq: /* groq */ `*[${readableArticles}] | ${newestFirst} [$from...$to]{${articleItemFragment.groq}}`,
  params: z.object(stretch),
  result: z.array(articleItemFragment.shape),
});
