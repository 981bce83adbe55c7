import { z } from "zod";
import { publicationTime } from "../../schemas/index.ts";
import { canonicalFragment } from "../canonical-fragment.ts";
import { defineQuery } from "../define-query.ts";
import { isBehind, olderThan } from "../lists/list-cursor.ts";
import { newestFirst, readableArticles, sortTime } from "../readable-articles.ts";

/** As many addresses as a sitemap may have (sitemaps.org). */
const mostAddresses = 50_000;

/**
 * What sitemaps say of the articles that readers may see, newest first. `afterTime` and `afterId` are the `sortTime` and `_id`
 * of the last one before; `since` is the earliest `sortTime`.
 */
export const sitemapArticles = defineQuery({
  name: "sitemapArticles",
  groq: /* groq */ `*[${readableArticles} && ${sortTime} >= $since
  && ${isBehind}
] | ${newestFirst} [0...$limit]{
  _id, _updatedAt, headline, "slug": slug.current, language, publishedAt,
  ${canonicalFragment.groq}, "sortTime": ${sortTime}
}`,
  params: z.object({
    since: z.string().default(""),
    ...olderThan,
    limit: z.int().min(1).max(mostAddresses).default(1000),
  }),
  result: z.array(
    z.object({
      _id: z.string(),
      _updatedAt: z.string(),
      headline: z.string(),
      slug: z.string(),
      language: z.string(),
      publishedAt: publicationTime.nullable(),
      ...canonicalFragment.shape.shape,
      sortTime: z.string(),
    }),
  ),
});
