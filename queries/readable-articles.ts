/**
 * GROQ filter of the articles that readers may see: not withheld or cancelled, no embargo in force, and with a
 * slug to link to. An article without a status counts as usable, as IPTC NewsML-G2 has it.
 */
export const readableArticles = /* groq */ `_type == "article" && defined(slug.current)
  && coalesce(pubStatus, "usable") == "usable"
  && (!defined(embargoedUntil) || dateTime(embargoedUntil) <= dateTime(now()))`;

/**
 * Newest first. A story of which only the day is known stands where that day begins in Greenwich: `dateTime()` is null
 * for a day. One whose publication date nobody knows stands by when it came into the dataset.
 */
export const newestFirst = /* groq */ `order(coalesce(
  dateTime(publishedAt), dateTime(publishedAt + "T00:00:00Z"), dateTime(_createdAt)
) desc, _id asc)`;
