import type { ArticleItem } from "../article-item-fragment.ts";
import { articleUrl } from "./article-url.ts";
import type { Site } from "./site.ts";

/**
 * The one address by which search engines and readers of feeds are to know a story: that of the original if the licence of a
 * source of the text asks for it (`requiresCanonicalUrl` of the source), and else the page on the site.
 */
export function canonicalUrlOf(
  site: Site,
  article: Pick<ArticleItem, "slug" | "canonicalUrl" | "canonicalUrlIsRequired">,
): string {
  return (article.canonicalUrlIsRequired && article.canonicalUrl) || articleUrl(site, article.slug);
}
