import type { ExpectedQuery } from "../lake/index.ts";
import { articleBySlug, articlesBySource, latestArticles, sourceById } from "../queries/index.ts";
import { listQueries } from "../studio/list-queries.ts";
import { wakingQuery } from "../studio/desk/acts/keep-review.ts";
import { pictureCountsQuery, picturePageQuery } from "../studio/desk/pictures/picture-queries.ts";
import { countsQuery, pageQuery } from "../studio/desk/queue/queue-queries.ts";

const stretch = { from: 0, to: 1 };

/** What frontends and Studio ask a lake of Copydesk's documents. */
export const expectedQueries: readonly ExpectedQuery[] = [
  { query: articleBySlug.groq, params: { slug: "" }, perspective: "published" },
  { query: articlesBySource.groq, params: { sourceId: "", ...stretch }, perspective: "published" },
  { query: latestArticles.groq, params: stretch, perspective: "published" },
  { query: sourceById.groq, params: { sourceId: "" }, perspective: "published" },
  ...[
    ...[pageQuery({}, "", undefined), countsQuery({}, "")],
    ...[picturePageQuery({}, undefined), pictureCountsQuery({})],
  ].map(({ query, params }) => ({ query, params, perspective: "drafts" })),
  { query: wakingQuery, params: { now: "" }, perspective: "raw" },
  ...listQueries().map((query) => ({ query, perspective: "drafts" })),
];
