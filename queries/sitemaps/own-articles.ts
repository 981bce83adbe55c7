import type { ResultOf } from "../define-query.ts";
import { articleUrl } from "../site/article-url.ts";
import { canonicalUrlOf } from "../site/canonical-url.ts";
import type { Site } from "../site/site.ts";
import type { sitemapArticles } from "./sitemap-articles.ts";

/** A story as sitemaps have it. */
export type SitemapArticle = ResultOf<typeof sitemapArticles>[number];

/** Those of which the page on the site is the canonical one: a sitemap lists no others. */
export const ownArticles = (
  site: Site,
  articles: readonly SitemapArticle[],
): readonly (SitemapArticle & { readonly url: string })[] =>
  articles.flatMap((article) => {
    const url = articleUrl(site, article.slug);
    return canonicalUrlOf(site, article) === url ? [{ ...article, url }] : [];
  });
