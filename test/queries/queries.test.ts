import { afterAll, beforeAll, expect, test } from "vitest";
import {
  QueryResultError,
  articleBySlug,
  articlesBySource,
  latestArticles,
  sourceById,
} from "../../queries/index.ts";
import { type Newsroom, article, openNewsroom } from "../support/open-newsroom.ts";

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(() => newsroom.close());

const slugs = async () =>
  (await latestArticles(newsroom.client, { limit: 50 })).articles.map(({ slug }) => slug);

test("latestArticles() gives published articles, newest first", async () => {
  expect(await slugs()).toEqual(["council", "harbour"]);
});

test("latestArticles() carries what a list shows, with the lead image resolved", async () => {
  const [, harbour] = (await latestArticles(newsroom.client, {})).articles;
  expect(harbour).toMatchObject({
    headline: "الميناء يفتح أبوابه",
    language: "ar",
    direction: "rtl",
    opening: "فتح الميناء أبوابه <b>اليوم</b>.",
    summary: null,
    leadImage: { image: { picture: { width: 1600, height: 900, crop: { left: 0.25 } } } },
  });
});

test.each([
  ["a draft", { _id: "drafts.article-hidden" }],
  ["an article withheld", { pubStatus: "withheld" }],
  ["an article without a status", { pubStatus: undefined }],
  ["an article whose status nobody knows", { pubStatus: "spiked" }],
  ["an article cancelled", { pubStatus: "canceled" }],
  ["an article under embargo", { embargoedUntil: "2999-01-01T00:00:00+02:00" }],
  ["an article without a slug", { slug: undefined }],
])("latestArticles() and articleBySlug() keep back %s", async (_, more) => {
  const { client } = newsroom;
  const { _id } = await client.create(article("hidden", more));
  expect(await slugs()).toEqual(["council", "harbour"]);
  expect(await articleBySlug(client, { slug: "hidden" })).toBeNull();
  await client.delete(_id);
});

test("latestArticles() shows an article whose embargo is over and whose status is usable", async () => {
  const { client } = newsroom;
  const { _id } = await client.create(
    article("free", { pubStatus: "usable", embargoedUntil: "2016-01-01T00:00:00+02:00" }),
  );
  expect(await slugs()).toContain("free");
  await client.delete(_id);
});

test("latestArticles() places a story of unknown date by when it came in, comparing instants and not texts", async () => {
  const { client } = newsroom;
  const undated = await client.create(article("undated"));
  // Later than "council" as a text, earlier as an instant.
  const zoned = await client.create(article("zoned", { publishedAt: "2016-11-20T13:00:00+09:00" }));
  expect(await slugs()).toEqual(["undated", "council", "zoned", "harbour"]);
  await client.delete({ query: "*[_id in $ids]", params: { ids: [undated._id, zoned._id] } });
});

test("latestArticles() places a story of which only the day is known at the beginning of that day", async () => {
  const { client } = newsroom;
  const day = await client.create(article("day", { publishedAt: "2016-11-20" }));
  const before = await client.create(article("before", { publishedAt: "2016-11-19T23:59:59Z" }));
  const zoned = await client.create(article("zoned", { publishedAt: "2016-11-20T01:00:00+03:00" }));
  expect(await slugs()).toEqual(["council", "day", "before", "zoned", "harbour"]);
  const [, first] = (await latestArticles(client, {})).articles;
  expect(first?.publishedAt).toBe("2016-11-20");
  expect((await articleBySlug(client, { slug: "day" }))?.publishedAt).toBe("2016-11-20");
  await client.delete({ query: "*[_id in $ids]", params: { ids: [day._id, before._id, zoned._id] } });
});

test("articleBySlug() resolves images and sources, also inside the body", async () => {
  const harbour = await articleBySlug(newsroom.client, { slug: "harbour" });
  expect(harbour).toMatchObject({
    leadImage: {
      image: {
        altTexts: [{ language: "en", text: 'The "old" harbour' }],
        creditLine: "REUTERS/A. Photographer",
        source: { name: "Reuters" },
        picture: {
          url: expect.stringMatching(/\/images\/copydesk\/production\/[0-9a-f]{40}-1600x900\.jpg$/),
        },
      },
    },
    infoSources: [{ role: "originator", source: { name: "Al Jazeera", names: [{ value: "الجزيرة" }] } }],
  });
  expect(harbour?.body.map(({ _type, _key }) => `${_type} ${_key}`)).toEqual([
    "block p1",
    "block h",
    "figure f",
    "block p2",
  ]);
  expect(harbour?.body[2]).toMatchObject({
    image: { captions: [{ text: "صورة بلا ملف" }], picture: null },
  });
});

test("articleBySlug() leaves out an image that is not published, and keeps the rest of the figure", async () => {
  const { client } = newsroom;
  await client.create({ _id: "drafts.newsimage-draft", _type: "newsImage" });
  const image = { _type: "reference", _ref: "newsimage-draft", _weak: true };
  const { _id } = await client.create(article("half", { leadImage: { _type: "figure", image } }));
  expect((await articleBySlug(client, { slug: "half" }))?.leadImage).toEqual({ captions: [], image: null });
  await client.delete(_id);
});

test("articlesBySource() gives the articles whose text comes from the source, not those with its pictures", async () => {
  const { client } = newsroom;
  const of = async (sourceId: string) =>
    (await articlesBySource(client, { sourceId })).articles.map(({ slug }) => slug);
  expect(await of("source-al-jazeera")).toEqual(["harbour"]);
  expect(await of("source-reuters")).toEqual([]);
});

test("sourceById() gives one source, or null", async () => {
  const { client } = newsroom;
  expect(await sourceById(client, { sourceId: "source-reuters" })).toEqual({
    _id: "source-reuters",
    name: "Reuters",
    kind: "agency",
    url: null,
    names: [],
  });
  expect(await sourceById(client, { sourceId: "article-harbour" })).toBeNull();
});

test("a query refuses params that it does not take before it asks", async () => {
  await expect(latestArticles(newsroom.client, { limit: -1 })).rejects.toThrow(TypeError);
});

test("a query names the place when the dataset does not hold what its type promises", async () => {
  const { client } = newsroom;
  const { _id } = await client.create(article("odd", { body: [{ _type: "poem", _key: "p" }] }));
  const error = await articleBySlug(client, { slug: "odd" }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(QueryResultError);
  expect(error).toMatchObject({ query: "articleBySlug", at: "body[0]._type" });
  await client.delete(_id);
});

test("a query carries its name and its GROQ, which runs without us", async () => {
  const { client } = newsroom;
  expect(sourceById.name).toBe("sourceById");
  expect(await client.fetch(sourceById.groq, { sourceId: "source-reuters" })).toMatchObject({
    name: "Reuters",
  });
});

test("articleBySlug() gives tables and embeds, also those that an editor has not finished", async () => {
  const { client } = newsroom;
  const row = (_key: string, ...cells: string[]) => ({ _type: "tableRow", _key, cells });
  const body = [
    {
      _type: "table",
      _key: "t",
      caption: "Hours",
      hasHeaderRow: true,
      rows: [row("a", "Day"), row("b", "Mon")],
    },
    { _type: "table", _key: "empty" },
    { _type: "embed", _key: "e", url: "https://video.example/1", text: "Boats" },
  ];
  const { _id } = await client.create(article("forms", { body }));
  const found = await articleBySlug(client, { slug: "forms" });
  expect(found?.body).toEqual([
    {
      _type: "table",
      _key: "t",
      caption: "Hours",
      hasHeaderRow: true,
      rows: [
        { _key: "a", cells: ["Day"] },
        { _key: "b", cells: ["Mon"] },
      ],
    },
    { _type: "table", _key: "empty", caption: null, hasHeaderRow: false, rows: [] },
    { _type: "embed", _key: "e", url: "https://video.example/1", provider: null, title: null, text: "Boats" },
  ]);
  await client.delete(_id);
});
