import { afterAll, beforeAll, expect, test } from "vitest";
import {
  archiveSpan,
  articlesByDay,
  articlesByKeyword,
  articlesByLanguage,
  articlesBySource,
  articleStatus,
  countByDay,
  countByMonth,
  frontPage,
  latestArticles,
  offeredSections,
  relatedArticles,
  searchArticles,
  type ArticleListPage,
} from "../../queries/index.ts";
import { article, openNewsroom, type Newsroom } from "../support/open-newsroom.ts";

let newsroom: Newsroom;

const hidden = [
  ["withheld", { pubStatus: "withheld" }],
  ["withdrawn", { pubStatus: "canceled" }],
  ["embargoed", { embargoedUntil: "2999-01-01T00:00:00Z" }],
] as const;

const paragraph = (text: string) => ({
  _type: "block",
  _key: "p",
  style: "normal",
  children: [{ _type: "span", _key: "s", text, marks: [] }],
  markDefs: [],
});
const fromReuters = [
  {
    _type: "infoSource",
    _key: "r",
    role: "originator",
    source: { _type: "reference", _ref: "source-reuters" },
  },
];

/** Twelve stories, two of them of the same second, and of each kind that readers must not see one that would be in every list. */
beforeAll(async () => {
  newsroom = await openNewsroom();
  const transaction = newsroom.client.transaction();
  for (let number = 1; number <= 12; number += 1) {
    const minute = String(number === 12 ? 11 : number).padStart(2, "0");
    transaction.create(
      article(`port-${String(number).padStart(2, "0")}`, {
        language: number % 2 === 0 ? "en-GB" : "ar",
        publishedAt: `2017-03-${number > 6 ? "02" : "01"}T10:${minute}:00+02:00`,
        keywords: ["port", ...(number % 3 === 0 ? ["strike"] : [])],
        infoSources: fromReuters,
        body: [paragraph(`Dockers at pier ${number} stopped work.`)],
      }),
    );
  }
  for (const [key, more] of hidden) {
    transaction.create(
      article(key, {
        publishedAt: "2017-03-02T12:00:00Z",
        keywords: ["port", "strike"],
        infoSources: fromReuters,
        body: [paragraph("Dockers at a hidden pier.")],
        ...more,
      }),
    );
  }
  await transaction.commit();
});
afterAll(() => newsroom.close());

const slugsOf = ({ articles }: { articles: readonly { slug: string }[] }) => articles.map(({ slug }) => slug);
const ports = (...numbers: number[]) => numbers.map((number) => `port-${String(number).padStart(2, "0")}`);

type Ask = (page: { limit?: number; cursor?: string | null }) => Promise<ArticleListPage>;

const lists: readonly (readonly [name: string, ask: Ask, expected: readonly string[]])[] = [
  [
    "latestArticles",
    (page) => latestArticles(newsroom.client, page),
    [...ports(11, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1), "council", "harbour"],
  ],
  [
    "articlesBySource",
    (page) => articlesBySource(newsroom.client, { sourceId: "source-reuters", ...page }),
    ports(11, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1),
  ],
  [
    "articlesByKeyword",
    (page) => articlesByKeyword(newsroom.client, { keyword: "strike", ...page }),
    ports(12, 9, 6, 3),
  ],
  [
    "articlesByLanguage, with its regions",
    (page) => articlesByLanguage(newsroom.client, { language: "en", ...page }),
    [...ports(12, 10, 8, 6, 4, 2), "council"],
  ],
  [
    "articlesByLanguage, of a region",
    (page) => articlesByLanguage(newsroom.client, { language: "en-GB", ...page }),
    ports(12, 10, 8, 6, 4, 2),
  ],
  [
    "articlesByDay",
    (page) => articlesByDay(newsroom.client, { day: "2017-03-02", ...page }),
    ports(11, 12, 10, 9, 8, 7),
  ],
  [
    "articlesByDay, a month",
    (page) => articlesByDay(newsroom.client, { day: "2016-11", ...page }),
    ["council", "harbour"],
  ],
];

test.each(lists)("%s gives what readers may see, newest first, on one page", async (_, ask, expected) => {
  const page = await ask({ limit: 100 });
  expect(slugsOf(page)).toEqual(expected);
  expect(page).toMatchObject({ newer: null, older: null });
});

test.each(lists)("%s leads through its pages by cursor, forwards and back", async (_, ask, expected) => {
  const forwards: ArticleListPage[] = [await ask({ limit: 2 })];
  for (
    let { older } = forwards[0] ?? { older: null };
    older !== null;
    older = forwards.at(-1)?.older ?? null
  ) {
    forwards.push(await ask({ limit: 2, cursor: older }));
  }
  expect(forwards.flatMap(slugsOf)).toEqual(expected);
  const back: ArticleListPage[] = [];
  for (let newer = forwards.at(-1)?.newer ?? null; newer !== null; newer = back[0]?.newer ?? null) {
    back.unshift(await ask({ limit: 2, cursor: newer }));
  }
  expect(back.flatMap(slugsOf)).toEqual(forwards.slice(0, -1).flatMap(slugsOf));
});

test("a story that comes in meanwhile moves no page", async () => {
  const { client } = newsroom;
  const first = await latestArticles(client, { limit: 3 });
  const { _id } = await client.create(article("breaking", { publishedAt: "2018-01-01T00:00:00Z" }));
  expect(slugsOf(await latestArticles(client, { limit: 2, cursor: first.older }))).toEqual(ports(9, 8));
  await client.delete(_id);
});

test("a cursor that is none gives the first page", async () => {
  const { articles, newer } = await latestArticles(newsroom.client, { limit: 1, cursor: "page2" });
  expect([articles[0]?.slug, newer]).toEqual(["port-11", null]);
});

test("the archive counts what readers may see by month and day, in UTC", async () => {
  const { client } = newsroom;
  expect(await archiveSpan(client, {})).toEqual({
    count: 14,
    oldest: "2016-11-19T12:00:00Z",
    newest: "2017-03-02T08:11:00Z",
  });
  const months = await countByMonth(client, { within: "2017" });
  expect(Object.entries(months).filter(([, count]) => count > 0)).toEqual([["03", 12]]);
  const days = await countByDay(client, { within: "2016-11" });
  expect(Object.entries(days).filter(([, count]) => count > 0)).toEqual([
    ["19", 1],
    ["20", 1],
  ]);
});

test("searchArticles() finds words in any field, marks them as the reader wrote them or not, and goes on by cursor", async () => {
  const { client } = newsroom;
  const found: string[] = [];
  let older: string | null = null;
  do {
    const page = await searchArticles(client, { text: "DÓCKERS pier", limit: 5, cursor: older });
    for (const { slug, excerpt } of page.articles) {
      found.push(slug);
      const marked = excerpt.marks.map(({ start, end }) => excerpt.text.slice(start, end));
      expect(marked).toEqual(["Dockers", "pier"]);
    }
    ({ older } = page);
  } while (older !== null);
  expect(found).toEqual(ports(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
});

test("searchArticles() puts a word in the headline first, and finds one word in the headline and another in the text", async () => {
  const { client } = newsroom;
  const { _id } = await client.create(
    article("pier", { headline: "The pier reopens", body: [paragraph("Dockers went back.")] }),
  );
  const { articles } = await searchArticles(client, { text: "pier dockers", limit: 3 });
  const [first] = articles;
  expect(first?.slug).toBe("pier");
  expect(first?.markedHeadline.marks).toEqual([{ start: 4, end: 8 }]);
  await client.delete(_id);
});

test("searchArticles() finds Arabic without its vowel signs, in one language if asked, and nothing for no word", async () => {
  const { client } = newsroom;
  const arabic = await searchArticles(client, { text: "المِيناء ابوابه", language: "ar" });
  expect(slugsOf(arabic)).toEqual(["harbour"]);
  const [harbour] = arabic.articles;
  expect(harbour?.markedHeadline.marks).toEqual([
    { start: 0, end: 7 },
    { start: 13, end: 19 },
  ]);
  expect(slugsOf(await searchArticles(client, { text: "الميناء", language: "en" }))).toEqual([]);
  expect(slugsOf(await searchArticles(client, { text: ' -"" * ' }))).toEqual([]);
});

test("relatedArticles() shares keywords or sources, the most first, in the same language, never the story itself", async () => {
  const { client } = newsroom;
  const subject = {
    _id: "article-port-03",
    language: "ar",
    keywords: ["strike", "port"],
    infoSources: [
      {
        role: null,
        asPrinted: null,
        source: { _id: "source-reuters", name: "Reuters", kind: "agency" as const, url: null, names: [] },
      },
    ],
  };
  const related = await relatedArticles(client, subject, 3);
  expect(related.map(({ slug }) => slug)).toEqual(ports(9, 11, 7));
});

test("frontPage() has a lead with a picture, the latest, and sections, each story once", async () => {
  const { client } = newsroom;
  const front = await frontPage(client, {
    latest: 2,
    perSection: 2,
    sections: [
      { by: "keyword", keyword: "strike" },
      { by: "source", sourceId: "source-al-jazeera" },
      { by: "language", language: "ar" },
      { by: "language", language: "fr" },
    ],
  });
  expect(front.lead?.slug).toBe("port-11");
  expect(front.latest.map(({ slug }) => slug)).toEqual(ports(12, 10));
  expect(front.sections.map((section) => [section.by, ...slugsOf(section)])).toEqual([
    ["keyword", ...ports(9, 6)],
    ["source", "harbour"],
    ["language", ...ports(7, 5)],
  ]);
  const arabic = await frontPage(client, { language: "ar", latest: 10 });
  expect(arabic.lead?.slug).toBe("harbour");
});

test("offeredSections() names what stories can be listed by, the most frequent keyword first", async () => {
  const { languages, sources, keywords } = await offeredSections(newsroom.client, {});
  expect(languages.toSorted()).toEqual(["ar", "en", "en-GB"]);
  expect(sources.map(({ name }) => name)).toEqual(["Al Jazeera", "Reuters"]);
  expect(keywords).toEqual(["port", "strike"]);
});

test.each([
  ["harbour", "readable"],
  ["withdrawn", "withdrawn"],
  ["withheld", "unknown"],
  ["embargoed", "unknown"],
  ["nowhere", "unknown"],
])("articleStatus() of %s is %s", async (slug, status) => {
  expect(await articleStatus(newsroom.client, { slug })).toBe(status);
});

test("articleStatus() of an address that a withdrawn story has left to another is that of the other", async () => {
  const { client } = newsroom;
  const { _id } = await client.create(article("heir", { slug: { _type: "slug", current: "withdrawn" } }));
  expect(await articleStatus(client, { slug: "withdrawn" })).toBe("readable");
  await client.delete(_id);
});
