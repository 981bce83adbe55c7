import { html } from "../html/html.ts";
import type { Site } from "../site/site.ts";
import { ownArticles, type SitemapArticle } from "./own-articles.ts";

/** As many stories as a news sitemap may have. */
const most = 1000;

/**
 * A news sitemap (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). It may only have stories of
 * the last two days, which is up to whoever asks for them: `sitemapArticles(client, { since })`. Stories of unknown date or
 * language are left out, because both have to be stated, and those whose canonical address is elsewhere.
 */
export function newsSitemap(site: Site, articles: readonly SitemapArticle[]): string {
  const listed = ownArticles(site, articles).filter(
    ({ publishedAt, language }) => publishedAt !== null && language !== "und",
  );
  return String(
    html`<?xml version="1.0" encoding="UTF-8"?>
      <urlset
        xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
      >
        ${listed.slice(0, most).map(
          ({ url, language, publishedAt, headline }) =>
            html`<url
              ><loc>${url}</loc
              ><news:news>
                <news:publication
                  ><news:name>${site.name}</news:name
                  ><news:language>${newsLanguage(language)}</news:language></news:publication
                >
                <news:publication_date>${publishedAt}</news:publication_date
                ><news:title>${headline}</news:title>
              </news:news></url
            > `,
        )}</urlset
      > `,
  );
}

/** A code of two or three letters; for Chinese alone the script matters, and is told by a region. */
function newsLanguage(language: string): string {
  if (!/^zh\b/i.test(language)) return language.split("-", 1)[0] ?? language;
  return /-(hant|tw|hk|mo)\b/i.test(language) ? "zh-tw" : "zh-cn";
}
