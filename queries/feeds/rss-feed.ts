import { generateRssFeed } from "feedsmith";
import { html } from "../html/html.ts";
import { feedEntry, type FeedEntry } from "./feed-entry.ts";
import type { Feed } from "./feed.ts";
import { newestUpdate } from "./newest-update.ts";

/** The media type of what {@link rssFeed} writes. */
export const rssType = "application/rss+xml; charset=utf-8";

/** A feed in RSS 2.0, with authors and languages in Dublin Core and pictures in Media RSS. */
export function rssFeed({ site, title, description, url, pageUrl, language, articles }: Feed): string {
  return generateRssFeed(
    {
      title,
      link: pageUrl,
      description: description ?? title,
      language: language ?? site.language,
      lastBuildDate: newestUpdate(articles),
      atom: { links: [{ href: url, rel: "self", type: "application/rss+xml" }] },
      items: articles.map((article) => item(feedEntry(article, site))),
    },
    { strict: true },
  );
}

function item({ id, url, title, summary, language, published, authors, keywords, picture }: FeedEntry) {
  return {
    title,
    link: url,
    guid: { value: id, isPermaLink: false },
    // A description is markup: what is text has to be escaped.
    ...(summary !== undefined && { description: String(html`${summary}`) }),
    ...(published && { pubDate: published }),
    categories: keywords.map((name) => ({ name })),
    // RSS's own author is an e-mail address.
    dc: { creators: [...authors], ...(language !== undefined && { languages: [language] }) },
    ...(picture && {
      media: {
        contents: [
          {
            url: picture.url,
            medium: "image",
            width: picture.width,
            height: picture.height,
            ...(picture.type !== undefined && { type: picture.type }),
            ...(picture.caption !== undefined && { description: { value: picture.caption, type: "plain" } }),
            ...(picture.credit !== undefined && { credits: [{ value: picture.credit }] }),
          },
        ],
      },
    }),
  };
}
