/**
 * GROQ filter of the articles that readers may see: status explicitly usable, no embargo in force, and a slug to link
 * to. Every article is created with a status; one that has lost it is held back as if it were withheld.
 */
export const readableArticles = /* groq */ `_type == "article" && defined(slug.current)
  && pubStatus == "usable"
  && (!defined(embargoedUntil) || dateTime(embargoedUntil) <= dateTime(now()))`;

/**
 * Newest first. A story with only a known day is sorted by the start of that day in UTC: `dateTime()` is null for a
 * day. One with an unknown publication date is sorted by its creation in the dataset.
 */
export const newestFirst = /* groq */ `order(coalesce(
  dateTime(publishedAt), dateTime(publishedAt + "T00:00:00Z"), dateTime(_createdAt)
) desc, _id asc)`;
