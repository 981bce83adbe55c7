import type { ExpectedQuery } from "../lake/index.ts";
import {
  archiveSpan,
  articleBySlug,
  articlesByDay,
  articlesByKeyword,
  articlesByLanguage,
  articlesBySource,
  articleStatus,
  countByDay,
  countByMonth,
  foundArticles,
  latestArticles,
  offeredSections,
  relatedCandidates,
  sourceById,
} from "../queries/index.ts";
import { listQueries } from "../studio/list-queries.ts";
import { wakingQuery } from "../studio/desk/acts/keep-review.ts";
import { pictureCountsQuery, picturePageQuery } from "../studio/desk/pictures/picture-queries.ts";
import { countsQuery, pageQuery } from "../studio/desk/queue/queue-queries.ts";
import { lastDays } from "../studio/desk/runs/last-days.ts";
import { runsQuery, waitingQuery } from "../studio/desk/runs/run-queries.ts";
import { languagesQuery, tallyQuery } from "../studio/desk/runs/statistics-query.ts";

/** The params of all queries of a frontend; it does not matter what they are. */
const params = {
  ...{
    slug: "",
    sourceId: "",
    articleId: "",
    keyword: "",
    language: "en",
    day: "2016",
    within: "2016",
    text: "news",
  },
  ...{
    keywords: [""],
    sourceIds: [""],
    afterTime: "",
    afterId: "",
    afterScore: 1,
    beforeTime: "",
    beforeId: "",
  },
  ...{ limit: 1, most: 1 },
};
const lists = [latestArticles, articlesByDay, articlesByKeyword, articlesByLanguage, articlesBySource];
const pages = [
  ...[articleBySlug, articleStatus, archiveSpan, countByDay, countByMonth, foundArticles, offeredSections],
  ...[relatedCandidates, sourceById, ...lists.flatMap(({ older, newer }) => [older, newer])],
];

/** What frontends and Studio ask a lake of Copydesk's documents. */
export const expectedQueries: readonly ExpectedQuery[] = [
  ...pages.map(({ groq }) => ({ query: groq, params, perspective: "published" })),
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
