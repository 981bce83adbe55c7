import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  atomFeed,
  jsonFeed,
  latestArticles,
  newsSitemap,
  robots,
  rssFeed,
  sitemap,
  sitemapArticles,
  sitemapIndex,
  type Feed,
} from "../../queries/index.ts";
import { openNewsroom, type Newsroom } from "../support/open-newsroom.ts";
import { bytesOf, parseAll } from "../support/parse-all.ts";
import { publishSyndicated, site } from "./published-stories.ts";

let newsroom: Newsroom;
let feed: Feed;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await publishSyndicated(newsroom.client);
  feed = {
    site,
    title: "Port & <harbour>",
    url: "https://news.example/feeds/port?a=1&b=2",
    pageUrl: "https://news.example/",
    articles: (await latestArticles(newsroom.client, {})).articles,
  };
});
afterAll(() => newsroom.close());

/** An element with its attributes, and the text in it. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** All elements of an XML document that is well-formed, namespaces too. */
function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(values), text: "" };
    elements.push(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return elements;
}

const texts = (elements: readonly Element[], name: string): readonly string[] =>
  elements.filter((element) => element.name === name).map(({ text }) => text.trim());

const writers = [
  ["RSS", rssFeed],
  ["Atom", atomFeed],
  ["JSON Feed", jsonFeed],
] as const;

describe.each(writers)("%s", (_, write) => {
  test("is read by the importer as the stories that are in it", async () => {
    const stories = await parseAll({ inputs: ["-"], stdin: bytesOf(write(feed)) });
    const articles = stories.flatMap(({ documents }) => documents.filter(({ _type }) => _type === "article"));
    expect(articles).toHaveLength(4);
    expect(articles[1]).toMatchObject({
      headline: 'Cranes & ropes < 5 m "quoted"',
      body: [{ children: [{ text: "Less < more & 'more'" }] }],
      language: "en-GB",
      canonicalUrl: "https://wire.example/a?b=1&c=2",
      creators: [{ name: "A. <Writer>" }],
      keywords: ["port & harbour", "<tag>"],
    });
    expect(articles[3]).toMatchObject({
      headline: "الميناء يفتح أبوابه",
      language: "ar",
      canonicalUrl: "https://news.example/stories/harbour",
      publishedAt: "2016-11-19T12:00:00Z",
    });
  });

  test("of no story is a feed too", () => {
    expect(write({ ...feed, articles: [] })).toContain("news.example");
  });
});

test("a feed says a headline as it is, whatever is in it", () => {
  const headline = "<b>Cranes</b> &amp; ]]> \u{1f6a2}";
  const articles = feed.articles.slice(0, 1).map((each) => ({ ...each, headline }));
  expect(texts(elementsOf(rssFeed({ ...feed, articles })), "title")[1]).toBe(headline);
  expect(texts(elementsOf(atomFeed({ ...feed, articles })), "title")[1]).toBe(headline);
  expect(JSON.parse(jsonFeed({ ...feed, articles })).items[0].title).toBe(headline);
});

test("rssFeed() has what RSS 2.0 demands", () => {
  const elements = elementsOf(rssFeed(feed));
  expect(elements[0]).toMatchObject({ name: "rss", attributes: { version: "2.0" } });
  // Of the channel: title, link, description; of each item: title or description. RSS's best practices add a link to itself.
  expect(texts(elements, "title")[0]).toBe("Port & <harbour>");
  expect(texts(elements, "link")[0]).toBe("https://news.example/");
  expect(texts(elements, "language")).toEqual(["en"]);
  expect(elements.find(({ name }) => name === "atom:link")?.attributes).toMatchObject({
    href: "https://news.example/feeds/port?a=1&b=2",
    rel: "self",
  });
  const guids = elements.filter(({ name }) => name === "guid");
  expect(new Set(guids.map(({ text }) => text)).size).toBe(4);
  expect(guids.every(({ attributes }) => attributes["isPermaLink"] === "false")).toBe(true);
  // RFC 822, with the days and months in English.
  expect(texts(elements, "pubDate")).toEqual([
    "Mon, 21 Nov 2016 00:00:00 GMT",
    "Sun, 20 Nov 2016 12:00:00 GMT",
    "Sat, 19 Nov 2016 12:00:00 GMT",
  ]);
  expect(texts(elements, "description")).toContain("Less &lt; more &amp; &#39;more&#39;");
  expect(elements.find(({ name }) => name === "media:content")?.attributes).toMatchObject({
    url: expect.stringMatching(/^https:\/\/images\.example\/images\/.+rect=400,0,800,900/),
    type: "image/jpeg",
    width: "800",
    height: "900",
  });
  expect(texts(elements, "media:credit")).toEqual(["REUTERS/A. Photographer"]);
});

test("atomFeed() has what RFC 4287 demands, and the language of each story", () => {
  const elements = elementsOf(atomFeed(feed));
  const entries = elements.filter(({ name }) => name === "entry");
  expect(elements[0]?.attributes).toMatchObject({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "en" });
  expect(entries.map(({ attributes }) => attributes["xml:lang"])).toEqual(["und", "en-GB", "en", "ar"]);
  // One id, title and updated for the feed and for each entry, and an author of the feed for entries without one.
  for (const name of ["id", "title", "updated"]) expect(texts(elements, name)).toHaveLength(5);
  for (const id of texts(elements, "id")) expect(URL.canParse(id)).toBe(true);
  expect(texts(elements, "name")).toEqual(['The "Port" & Harbour', "A. <Writer>"]);
  expect(
    texts(elements, "updated").every((time) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(time)),
  ).toBe(true);
});

test("jsonFeed() has what JSON Feed 1.1 demands", () => {
  const parsed = JSON.parse(jsonFeed(feed));
  expect(parsed).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    title: "Port & <harbour>",
    items: [
      { content_text: "Headline of undated" },
      { language: "en-GB", authors: [{ name: "A. <Writer>" }], tags: ["port & harbour", "<tag>"] },
      { id: expect.any(String) },
      { image: expect.stringContaining("https://images.example/") },
    ],
  });
});

test("a story keeps its id in feeds when its slug changes", async () => {
  const { client } = newsroom;
  const idOf = async (): Promise<unknown> => {
    const { articles } = await latestArticles(client, {});
    return JSON.parse(jsonFeed({ ...feed, articles })).items[2].id;
  };
  const before = await idOf();
  await client.patch("article-council").set({ "slug.current": "moved" }).commit();
  expect(await idOf()).toBe(before);
  await client.patch("article-council").set({ "slug.current": "council" }).commit();
});

test("sitemap() lists the pages that are canonical, and newsSitemap() those of known date and language since a time", async () => {
  const { client } = newsroom;
  const pages = elementsOf(sitemap(site, await sitemapArticles(client, {})));
  expect(pages[0]).toMatchObject({
    name: "urlset",
    attributes: { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" },
  });
  expect(texts(pages, "loc")).toEqual(
    ["undated", "council", "harbour"].map((slug) => `https://news.example/stories/${slug}`),
  );
  expect(texts(pages, "lastmod")).toHaveLength(3);

  const news = elementsOf(newsSitemap(site, await sitemapArticles(client, { since: "2016-11-20" })));
  expect(texts(news, "loc")).toEqual(["https://news.example/stories/council"]);
  expect(texts(news, "news:name")).toEqual(['The "Port" & Harbour']);
  expect(texts(news, "news:language")).toEqual(["en"]);
  expect(texts(news, "news:publication_date")).toEqual(["2016-11-20T12:00:00Z"]);
  expect(texts(news, "news:title")).toEqual(["Headline of council"]);
});

test("a language of Chinese is told by its script in a news sitemap", () => {
  const [story] = ["zh-Hant", "zh"].map((language) => ({
    ...{ _id: "a", _updatedAt: "2016-11-20T12:00:00Z", headline: "標題", slug: "a", language },
    ...{ publishedAt: "2016-11-20", canonicalUrl: null, canonicalUrlIsRequired: false, sortTime: "2016" },
  }));
  expect(texts(elementsOf(newsSitemap(site, story ? [story] : [])), "news:language")).toEqual(["zh-tw"]);
});

test("sitemapIndex() and robots() name sitemaps by their addresses", () => {
  const url = "https://news.example/sitemap?page=1&of=2";
  expect(texts(elementsOf(sitemapIndex([url])), "loc")).toEqual([url]);
  expect(robots({ sitemaps: [url], disallow: ["/search"] })).toBe(
    `User-agent: *\nDisallow: /search\nSitemap: ${url}\n`,
  );
  expect(robots({})).toBe("User-agent: *\nDisallow:\n");
});
