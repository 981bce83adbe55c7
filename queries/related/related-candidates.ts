import { z } from "zod";
import { languageTag } from "../../schemas/index.ts";
import { articleItemFragment } from "../article-item-fragment.ts";
import { defineQuery } from "../define-query.ts";
import { inLanguage } from "../in-language.ts";
import { newestFirst, readableArticles } from "../readable-articles.ts";

const item = /* groq */ `{${articleItemFragment.groq}, "sourceIds": coalesce(infoSources[].source._ref, [])}`;
const candidates = z.array(articleItemFragment.shape.extend({ sourceIds: z.array(z.string()) }));

/** The newest articles in the same language that share a keyword with an article, and those that share a source. */
export const relatedCandidates = defineQuery({
  name: "relatedCandidates",
  groq: /* groq */ `{
  "byKeyword": *[${readableArticles} && ${inLanguage} && _id != $articleId
    && count(keywords[@ in $keywords]) > 0] | ${newestFirst} [0...$most]${item},
  "bySource": *[${readableArticles} && ${inLanguage} && _id != $articleId
    && references($sourceIds)] | ${newestFirst} [0...$most]${item}
}`,
  params: z.object({
    articleId: z.string().min(1),
    language: languageTag(),
    keywords: z.array(z.string()),
    sourceIds: z.array(z.string()),
    most: z.int().min(1).max(100),
  }),
  result: z.object({ byKeyword: candidates, bySource: candidates }),
});
