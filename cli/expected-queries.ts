import type { ExpectedQuery } from "../lake/index.ts";
import { articleBySlug, articlesBySource, latestArticles, sourceById } from "../queries/index.ts";
import { listQueries } from "../studio/list-queries.ts";
import { wakingQuery } from "../studio/desk/acts/keep-review.ts";
import { pictureCountsQuery, picturePageQuery } from "../studio/desk/pictures/picture-queries.ts";
import { countsQuery, pageQuery } from "../studio/desk/queue/queue-queries.ts";
import { lastDays } from "../studio/desk/runs/last-days.ts";
import { runsQuery, waitingQuery } from "../studio/desk/runs/run-queries.ts";
import { languagesQuery, tallyQuery } from "../studio/desk/runs/statistics-query.ts";

const stretch = { from: 0, to: 1 };

/** What frontends and Studio ask a lake of Copydesk's documents. */
export const expectedQueries: readonly ExpectedQuery[] = [
  { query: articleBySlug.groq, params: { slug: "" }, perspective: "published" },
  { query: articlesBySource.groq, params: { sourceId: "", ...stretch }, perspective: "published" },
  { query: latestArticles.groq, params: stretch, perspective: "published" },
  { query: sourceById.groq, params: { sourceId: "" }, perspective: "published" },
  ...[
    ...[pageQuery({}, "", undefined), countsQuery({}, "")],
    ...[countsQuery({ source: "" }, ""), countsQuery({ person: "nobody" }, "")],
    ...[picturePageQuery({}, undefined), pictureCountsQuery({})],
    ...[tallyQuery(lastDays(1, new Date(0))), languagesQuery([""])],
  ].map(({ query, params }) => ({ query, params, perspective: "drafts" })),
  ...[runsQuery(1), waitingQuery("")].map(({ query, params }) => ({ query, params, perspective: "raw" })),
  { query: wakingQuery, params: { now: "" }, perspective: "raw" },
  ...listQueries().map((query) => ({ query, perspective: "drafts" })),
];
