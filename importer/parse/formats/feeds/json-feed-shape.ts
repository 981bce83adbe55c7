import { z } from "zod";

/** Many programs write feeds: a value of the wrong type counts as absent, and the rest is read. */
const text = z.string().optional().catch(undefined);

/** Identifiers should be strings but are sometimes numbers. */
const identifier = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

const author = z.object({ name: text }).catch({});
const authors = z.array(author).optional().catch(undefined);

const attachment = z.object({ url: text, mime_type: text, title: text }).catch({});

export const jsonFeedItem = z.object({
  id: identifier,
  url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  author: author.optional(),
  authors,
  tags: z.array(z.string()).optional().catch(undefined),
  language: text,
  attachments: z.array(attachment).optional().catch(undefined),
});
export type JsonFeedItem = z.infer<typeof jsonFeedItem>;

/** JSON Feed 1 and 1.1. */
export const jsonFeed = z.object({
  title: text,
  home_page_url: text,
  language: text,
  author: author.optional(),
  authors,
  items: z.array(z.unknown()),
});
export type JsonFeed = z.infer<typeof jsonFeed>;
