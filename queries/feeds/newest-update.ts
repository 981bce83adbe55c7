import type { ArticleItem } from "../article-item-fragment.ts";

/** When a list last changed. A list without stories has not changed since time began, which for feeds is 1970. */
export const newestUpdate = (articles: readonly Pick<ArticleItem, "_updatedAt">[]): Date =>
  new Date(Math.max(0, ...articles.map(({ _updatedAt }) => Date.parse(_updatedAt))));
