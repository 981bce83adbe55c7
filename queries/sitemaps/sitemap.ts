import { html } from "../html/html.ts";
import type { Site } from "../site/site.ts";
import { ownArticles, type SitemapArticle } from "./own-articles.ts";

/** A sitemap of stories (sitemaps.org). Those whose canonical address is elsewhere are left out. */
export const sitemap = (site: Site, articles: readonly SitemapArticle[]): string =>
  String(
    html`<?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        ${ownArticles(site, articles).map(
          ({ url, _updatedAt }) => html`<url><loc>${url}</loc><lastmod>${_updatedAt}</lastmod></url> `,
        )}</urlset
      > `,
  );
