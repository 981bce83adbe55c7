import type { ArticlePage } from "../article-by-slug.ts";
import type { ArticleItem } from "../article-item-fragment.ts";
import type { QueryClient } from "../define-query.ts";
import { relatedCandidates } from "./related-candidates.ts";

/** Of so many times the articles asked for, the best are taken: enough for the best ones to be among them. */
const candidatesForEach = 4;

/** An article as far as it decides which ones are related to it. */
type Subject = Pick<ArticlePage, "_id" | "language" | "keywords" | "infoSources">;

/**
 * The articles in the same language that share the most with an article: each keyword counts two, each source one. Never
 * the article itself. Only the newest ones are compared; of those with the same count, the newest come first.
 *
 * @param most How many are wanted, from 1 to 25.
 */
export async function relatedArticles(
  client: QueryClient,
  { _id, language, keywords, infoSources }: Subject,
  most = 4,
): Promise<readonly ArticleItem[]> {
  const sourceIds = infoSources.flatMap(({ source }) => source?._id ?? []);
  const { byKeyword, bySource } = await relatedCandidates(client, {
    articleId: _id,
    language: language.split("-", 1)[0] ?? language,
    // No keyword is empty. Without any, a lake would have to look at every story for none of them.
    keywords: keywords.length > 0 ? keywords : [""],
    sourceIds,
    most: most * candidatesForEach,
  });
  const found = new Map([...byKeyword, ...bySource].map((candidate) => [candidate._id, candidate]));
  const shared = (candidate: (typeof byKeyword)[number]): number =>
    2 * common(candidate.keywords, keywords) + common(candidate.sourceIds, sourceIds);
  return [...found.values()]
    .toSorted((a, b) => shared(b) - shared(a) || (a.sortTime < b.sortTime ? 1 : -1))
    .slice(0, most);
}

const common = (some: readonly string[], others: readonly string[]): number =>
  new Set(some).intersection(new Set(others)).size;
