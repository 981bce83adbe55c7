/**
 * GROQ filter of the articles that readers may see: status explicitly usable, no embargo in force, and a slug to link
 * to. Every article is created with a status; one that has lost it is held back as if it were withheld.
 */
export const readableArticles = /* groq */ `_type == "article" && defined(slug.current)
  && pubStatus == "usable"
  && (!defined(embargoedUntil) || dateTime(embargoedUntil) <= dateTime(now()))`;

/**
 * By which lists are in order: the instant of publication in UTC, as a text, so that a cursor can hold it. A story with
 * only a known day stands at the start of that day in UTC: `dateTime()` is null for a day. One with an unknown
 * publication date stands where it was created in the dataset.
 */
export const sortTime = /* groq */ `coalesce(
  string(dateTime(publishedAt)), string(dateTime(publishedAt + "T00:00:00Z")), string(dateTime(_createdAt))
)`;

export const newestFirst = /* groq */ `order(${sortTime} desc, _id asc)`;
export const oldestFirst = /* groq */ `order(${sortTime} asc, _id desc)`;
