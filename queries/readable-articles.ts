/**
 * GROQ filter of the articles that readers may see: usable in so many words, no embargo in force, and with a slug to
 * link to. Whatever makes articles gives them a status; one that has lost it is held back like one that is withheld.
 */
export const readableArticles = /* groq */ `_type == "article" && defined(slug.current)
  && pubStatus == "usable"
  && (!defined(embargoedUntil) || dateTime(embargoedUntil) <= dateTime(now()))`;

/**
 * Newest first. A story of which only the day is known stands where that day begins in Greenwich: `dateTime()` is null
 * for a day. One whose publication date nobody knows stands by when it came into the dataset.
 */
export const newestFirst = /* groq */ `order(coalesce(
  dateTime(publishedAt), dateTime(publishedAt + "T00:00:00Z"), dateTime(_createdAt)
) desc, _id asc)`;
