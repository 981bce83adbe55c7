export { articleBySlug, type ArticlePage, type BodyItem } from "./article-by-slug.ts";
export type { ArticleItem } from "./article-item-fragment.ts";
export { articlesBySource } from "./articles-by-source.ts";
export { QueryResultError, type Query, type QueryClient, type ResultOf } from "./define-query.ts";
export type { FigureResult, ImageResult, TextResult } from "./image-fragment.ts";
export { latestArticles } from "./latest-articles.ts";
export { sourceById } from "./source-by-id.ts";
export type { SourceResult } from "./source-fragment.ts";
