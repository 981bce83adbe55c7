import { z } from "zod";
import { defineQuery } from "../define-query.ts";
import { newestFirst, readableArticles } from "../readable-articles.ts";
import { sourceFragment } from "../source-fragment.ts";

/**
 * What the articles that readers may see can be listed by: their languages, the sources of their texts, and the keywords of
 * the newest two hundred that have any, the most frequent first.
 */
export const offeredSections = defineQuery({
  name: "offeredSections",
  groq: /* groq */ `{
  "languages": array::unique(*[${readableArticles}].language),
  "sources": *[_type == "source" && count(*[${readableArticles} && references(^._id)][0...1]) > 0]{${sourceFragment.groq}},
  "keywords": coalesce(*[${readableArticles} && defined(keywords)] | ${newestFirst} [0...200].keywords[], [])
}`,
  params: z.object({}),
  result: z.object({
    languages: z.array(z.string()),
    sources: z.array(sourceFragment.shape),
    keywords: z.array(z.string()).transform(mostFrequent),
  }),
});

function mostFrequent(keywords: readonly string[]): readonly string[] {
  const counts = Map.groupBy(keywords, (keyword) => keyword);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([keyword]) => keyword);
}
