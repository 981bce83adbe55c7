import { generateJsonFeed } from "feedsmith";
import { feedEntry, type FeedEntry } from "./feed-entry.ts";
import type { Feed } from "./feed.ts";

/** The media type of what {@link jsonFeed} writes. */
export const jsonFeedType = "application/feed+json; charset=utf-8";

/** A feed in JSON Feed 1.1. */
export function jsonFeed({ site, title, description, url, pageUrl, language, articles }: Feed): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: pageUrl,
    feed_url: url,
    ...(description !== undefined && { description }),
    language: language ?? site.language,
    authors: [{ name: site.name, url: site.url }],
    items: articles.map((article) => item(feedEntry(article, site))),
  });
  return JSON.stringify(feed);
}

function item({
  id,
  url,
  title,
  summary,
  language,
  published,
  updated,
  authors,
  keywords,
  picture,
}: FeedEntry) {
  return {
    id,
    url,
    title,
    // One of the contents has to be there.
    content_text: summary ?? title,
    ...(picture && { image: picture.url }),
    ...(published && { date_published: published }),
    date_modified: updated,
    authors: authors.map((name) => ({ name })),
    tags: [...keywords],
    ...(language !== undefined && { language }),
  };
}
