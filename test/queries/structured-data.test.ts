import { afterAll, beforeAll, expect, test } from "vitest";
import {
  articleBySlug,
  canonicalUrlOf,
  newsArticle,
  openGraph,
  writeJsonLd,
  type ArticlePage,
} from "../../queries/index.ts";
import { article, openNewsroom, type Newsroom } from "../support/open-newsroom.ts";
import { publishSyndicated, site } from "./published-stories.ts";

let newsroom: Newsroom;

beforeAll(async () => {
  newsroom = await openNewsroom();
  await publishSyndicated(newsroom.client);
  await newsroom.client
    .patch("article-harbour")
    .set({
      canonicalUrl: "https://aljazeera.example/1",
      correction: "An earlier version named another port.",
    })
    .commit();
  await newsroom.client
    .patch("newsimage-lead")
    .set({ usageTerms: "https://creativecommons.org/licenses/by/4.0/", copyrightNotice: "© Reuters" })
    .commit();
});
afterAll(() => newsroom.close());

async function story(slug: string): Promise<ArticlePage> {
  const found = await articleBySlug(newsroom.client, { slug });
  if (!found) throw new Error(`"${slug}" is not published`);
  return found;
}

test("newsArticle() says what is known of a story, with credit and licence of its pictures", async () => {
  const written = JSON.parse(writeJsonLd(newsArticle(await story("harbour"), site)));
  expect(written).toEqual({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    url: "https://news.example/stories/harbour",
    mainEntityOfPage: { "@type": "WebPage", "@id": "https://news.example/stories/harbour" },
    headline: "الميناء يفتح أبوابه",
    inLanguage: "ar",
    datePublished: "2016-11-19T12:00:00Z",
    dateModified: expect.any(String),
    author: [{ "@type": "Organization", name: "Al Jazeera" }],
    publisher: {
      "@type": "NewsMediaOrganization",
      name: 'The "Port" & Harbour',
      url: "https://news.example/stories/",
    },
    image: [
      {
        "@type": "ImageObject",
        url: expect.stringMatching(
          /^https:\/\/images\.example\/images\/copydesk\/production\/.*rect=400,0,800,900/,
        ),
        width: 800,
        height: 900,
        caption: "الميناء يوم الجمعة",
        description: 'The "old" harbour',
        creditText: "REUTERS/A. Photographer",
        creator: { "@type": "Organization", name: "Reuters" },
        copyrightNotice: "© Reuters",
        license: "https://creativecommons.org/licenses/by/4.0/",
      },
    ],
    creditText: "المصدر : الجزيرة",
    correction: "An earlier version named another port.",
    isBasedOn: "https://aljazeera.example/1",
  });
});

test("newsArticle() says whether a site is free only if that is known, and names people as authors", async () => {
  const wire = newsArticle(await story("wire"), { ...site, isAccessibleForFree: true });
  expect(wire).toMatchObject({
    isAccessibleForFree: true,
    author: [{ "@type": "Person", name: "A. <Writer>" }],
  });
});

test("terms that are no address are a licence in full", async () => {
  const { client } = newsroom;
  await client.patch("newsimage-lead").set({ usageTerms: "For news only" }).commit();
  expect(newsArticle(await story("harbour"), site)).toMatchObject({
    image: [{ license: { "@type": "CreativeWork", text: "For news only" } }],
  });
});

test.each([
  ["wire", "https://wire.example/a?b=1&c=2", "the licence of a source asks for the original's"],
  ["harbour", "https://news.example/stories/harbour", "no licence does"],
])("the canonical address of %s is %s: %s", async (slug, url) => {
  const found = await story(slug);
  expect(canonicalUrlOf(site, found)).toBe(url);
  expect(newsArticle(found, site)).toMatchObject({ mainEntityOfPage: { "@id": url } });
  expect(openGraph(found, site)).toContainEqual({ attribute: "property", key: "og:url", content: url });
});

test("a licence that asks for an address that is not known leaves the page's own", async () => {
  const { canonicalUrl: _, ...found } = await story("wire");
  expect(canonicalUrlOf(site, { ...found, canonicalUrl: null })).toBe("https://news.example/stories/wire");
});

test("writeJsonLd() lets no text end the script", () => {
  const text = "</script><!-- ]]>";
  const written = writeJsonLd({ "@type": "NewsArticle", headline: text });
  expect(written).not.toContain("<");
  expect(JSON.parse(written).headline).toBe(text);
});

test("openGraph() says what shows a link, with a picture cut around its hotspot", async () => {
  const tags = openGraph(await story("wire"), site).map(({ attribute, key, content }) => [
    attribute,
    key,
    content,
  ]);
  expect(tags).toEqual([
    ["property", "og:type", "article"],
    ["property", "og:site_name", 'The "Port" & Harbour'],
    ["property", "og:title", 'Cranes & ropes < 5 m "quoted"'],
    ["property", "og:description", "Less < more & 'more'"],
    ["property", "og:url", "https://wire.example/a?b=1&c=2"],
    ["property", "og:locale", "en_GB"],
    ["property", "article:published_time", "2016-11-21"],
    ["property", "article:modified_time", expect.any(String)],
    ["property", "article:tag", "port & harbour"],
    ["property", "article:tag", "<tag>"],
    ["name", "author", "A. <Writer>"],
    ["name", "twitter:card", "summary"],
  ]);
  const harbour = new Map(openGraph(await story("harbour"), site).map(({ key, content }) => [key, content]));
  expect(harbour.get("og:image")).toMatch(/^https:\/\/images\.example\/.*w=1200&h=630/);
  expect(harbour.get("og:image:alt")).toBe('The "old" harbour');
  expect(harbour.has("og:locale")).toBe(false);
});

test("unnamed agencies are no author", async () => {
  const { client } = newsroom;
  await client.create({ _id: "source-agencies", _type: "source", name: "Agencies", kind: "agencies" });
  const source = { _type: "reference", _ref: "source-agencies" };
  await client.create(
    article("agencies", { infoSources: [{ _type: "infoSource", _key: "a", role: "originator", source }] }),
  );
  expect(newsArticle(await story("agencies"), site)).toMatchObject({ author: [] });
});
