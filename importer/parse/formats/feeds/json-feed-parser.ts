import { cleanLine } from "../../cleaning/clean-line.ts";
import { foundAt, foundLineAt } from "../../fields/found-at.ts";
import { foundAuthors } from "../../fields/found-authors.ts";
import type { FoundStory } from "../../fields/found-story.ts";
import { isFound, mapFound } from "../../fields/found.ts";
import { authorityOf, globalId } from "../../addresses/global-id.ts";
import { htmlBody } from "../../fields/html-body.ts";
import { leadWith } from "../../pictures/merge-pictures.ts";
import { orNoStories } from "../../fields/or-no-stories.ts";
import type { ParsedBody } from "../../parsed-body.ts";
import { isPictureName, isPictureType } from "../../pictures/is-picture.ts";
import { pictureLocation, wireBase } from "../../pictures/picture-location.ts";
import { pictureOf } from "../../pictures/picture-of.ts";
import { readJson } from "../../fields/read-json.ts";
import { piecesOfJson } from "../../fields/pieces-of-json.ts";
import { storyItem, unsupported } from "../../fields/story-item.ts";
import { plainBody } from "../../fields/plain-body.ts";
import type { ParsedPicture } from "../../parsed-story.ts";
import type { Parser, ParsedItem } from "../../parser.ts";
import { jsonFeed, jsonFeedItem, type JsonFeed, type JsonFeedItem } from "./json-feed-shape.ts";

/** JSON Feed 1 and 1.1. */
export const jsonFeedParser: Parser = {
  format: "json-feed",
  recognises: ({ text }) =>
    /^\uFEFF?\s*\{/.test(text) &&
    /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\//.test(text),
  *parse(text, { baseUrl }) {
    yield* orNoStories(parseFeed(text, baseUrl), "a JSON Feed");
  },
};

function* parseFeed(text: string, baseUrl: string | undefined): Generator<ParsedItem> {
  const read = readJson(text);
  if (read.kind === "broken") {
    yield { kind: "problem", problem: read.problem };
    return;
  }
  const feed = jsonFeed.safeParse(read.value);
  if (!feed.success) return;
  for (const [index, value] of feed.data.items.entries()) {
    const item = jsonFeedItem.safeParse(value);
    yield item.success
      ? storyItem(
          foundInItem(item.data, `items[${index}]`, feed.data, baseUrl),
          piecesOfJson(value, `items[${index}]`, item.data.url ?? baseUrl ?? feed.data.home_page_url),
        )
      : unsupported(`The item at items[${index}] is not an object`);
  }
}

function foundInItem(
  item: JsonFeedItem,
  place: string,
  feed: JsonFeed,
  outerBase: string | undefined,
): FoundStory {
  const baseUrl = item.url ?? outerBase ?? feed.home_page_url;
  const { body, leadPicture } = leadWith(bodyOf(item, baseUrl), picturesOf(item, baseUrl));
  const [authorsPlace, authors] =
    item.authors !== undefined || item.author !== undefined
      ? [`${place}.authors`, item.authors ?? [item.author]]
      : ["authors", feed.authors ?? [feed.author]];
  const hasContent = item.content_html !== undefined || item.content_text !== undefined;
  return {
    url: foundAt(`${place}.url`, item.url, "feed-link"),
    id: mapFound(foundAt(`${place}.id`, item.id, "feed-id"), (id) =>
      globalId(id, authorityOf(feed.home_page_url ?? outerBase)),
    ),
    versionCreated: item.date_modified,
    headline: foundAt(`${place}.title`, cleanLine(item.title), "feed-title"),
    summary: hasContent ? foundLineAt(`${place}.summary`, item.summary, "feed-summary") : undefined,
    ...foundAuthors(authors.map((author) => foundAt(authorsPlace, author?.name, "feed-author"))),
    publishedAt: foundAt(`${place}.date_published`, item.date_published, "feed-date"),
    body: {
      value: body,
      place: `${place}.${item.content_html === undefined ? "content_text" : "content_html"}`,
      rule: hasContent ? "feed-full-text" : "feed-summary-as-text",
      confidence: hasContent ? 1 : 0.6,
    },
    leadPicture,
    infoSources: [foundLineAt("title", feed.title, "feed-publisher")].filter(isFound).map((found) => ({
      ...found,
      confidence: 0.6,
      value: { printed: found.value, role: "distributor" },
    })),
    language:
      foundAt(`${place}.language`, item.language, "feed-language") ??
      foundAt("language", feed.language, "feed-language"),
    keywords: (item.tags ?? [])
      .map((tag, index) => foundLineAt(`${place}.tags[${index}]`, tag, "feed-category"))
      .filter(isFound),
  };
}

function bodyOf(item: JsonFeedItem, baseUrl: string | undefined): ParsedBody {
  return item.content_html === undefined
    ? plainBody(item.content_text ?? item.summary ?? "", baseUrl)
    : htmlBody(item.content_html, baseUrl);
}

function picturesOf(item: JsonFeedItem, baseUrl: string | undefined): ParsedPicture[] {
  const attached = (item.attachments ?? []).filter(
    ({ mime_type, url = "" }) => isPictureType(mime_type) ?? isPictureName(url),
  );
  return [{ url: item.image ?? item.banner_image, title: undefined }, ...attached].flatMap(
    ({ url, title }) => {
      const location = pictureLocation(url ?? "", wireBase(baseUrl));
      return location === undefined ? [] : [pictureOf({ ...location, caption: title })];
    },
  );
}
