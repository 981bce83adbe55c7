import { generateAtomFeed } from "feedsmith";
import { feedEntry, type FeedEntry } from "./feed-entry.ts";
import type { Feed } from "./feed.ts";
import { newestUpdate } from "./newest-update.ts";

/** The media type of what {@link atomFeed} writes. */
export const atomType = "application/atom+xml; charset=utf-8";

/** A feed in Atom (RFC 4287). Each story says its language; the site is the author of those that name none. */
export function atomFeed({ site, title, description, url, pageUrl, language, articles }: Feed): string {
  return generateAtomFeed(
    {
      id: url,
      title: { value: title },
      ...(description !== undefined && { subtitle: { value: description } }),
      updated: newestUpdate(articles),
      authors: [{ name: site.name, uri: site.url }],
      links: [
        { href: url, rel: "self", type: "application/atom+xml" },
        { href: pageUrl, rel: "alternate", type: "text/html" },
      ],
      xml: { lang: language ?? site.language },
      entries: articles.map((article) => entry(feedEntry(article, site))),
    },
    { strict: true },
  );
}

function entry({
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
    title: { value: title, type: "text" },
    links: [
      { href: url, rel: "alternate", type: "text/html" },
      ...(picture
        ? [{ href: picture.url, rel: "enclosure", ...(picture.type !== undefined && { type: picture.type }) }]
        : []),
    ],
    updated,
    ...(published && { published }),
    ...(summary !== undefined && { summary: { value: summary, type: "text" } }),
    authors: authors.map((name) => ({ name })),
    categories: keywords.map((term) => ({ term })),
    // Of an unknown language, and not of the feed's.
    xml: { lang: language ?? "und" },
  };
}
