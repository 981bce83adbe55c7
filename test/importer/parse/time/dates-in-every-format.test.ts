import { describe, expect, test } from "vitest";
import { csvParser } from "../../../../importer/parse/formats/csv/csv-parser.ts";
import { atomParser } from "../../../../importer/parse/formats/feeds/atom-parser.ts";
import { jsonFeedParser } from "../../../../importer/parse/formats/feeds/json-feed-parser.ts";
import { rssParser } from "../../../../importer/parse/formats/feeds/rss-parser.ts";
import { parseHtmlPage } from "../../../../importer/parse/formats/html/parse-html-page.ts";
import { parseMarkdown } from "../../../../importer/parse/formats/markdown/parse-markdown.ts";
import { ndjsonParser } from "../../../../importer/parse/formats/ndjson/ndjson-parser.ts";
import { newsmlG2Parser } from "../../../../importer/parse/formats/newsml/newsml-g2-parser.ts";
import { newsml1Parser } from "../../../../importer/parse/formats/newsml/newsml1-parser.ts";
import { ninjsParser } from "../../../../importer/parse/formats/ninjs/ninjs-parser.ts";
import { nitfParser } from "../../../../importer/parse/formats/nitf/nitf-parser.ts";
import { wxrParser } from "../../../../importer/parse/formats/wxr/wxr-parser.ts";
import type { ParsedStory } from "../../../../importer/parse/parsed-story.ts";
import type { Parser } from "../../../../importer/parse/parser.ts";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
import { publicationTime } from "../../../../schemas/index.ts";

/** What is printed, and when the story was published; a day where the zone or the hour is not stated. */
const dates: readonly (readonly [printed: string, publishedAt: string, rule?: string])[] = [
  ["2026-03-04T12:00:00+03:00", "2026-03-04T12:00:00+03:00"],
  ["2026-03-04T00:30:00+05:30", "2026-03-04T00:30:00+05:30"],
  ["2026-03-04T23:59:59.250Z", "2026-03-04T23:59:59.250Z"],
  ["2026-03-04T12:00:00+00:00", "2026-03-04T12:00:00+00:00"],
  ["2026-03-04 12:00 UTC", "2026-03-04T12:00:00Z"],
  ["20260304T120000+0300", "2026-03-04T12:00:00+03:00"],
  ["Wed, 04 Mar 2026 12:00:00 +0300", "2026-03-04T12:00:00+03:00"],
  ["4 March 2026 17:42 EST", "2026-03-04T17:42:00-05:00"],
  ["March 4, 2026, 5:42 PM ET", "2026-03-04T17:42:00-05:00"],
  ["July 4, 2026, 5:42 PM ET", "2026-07-04T17:42:00-04:00"],
  ["4. März 2026, 17:05 Uhr MEZ", "2026-03-04T17:05:00+01:00"],
  ["3 mai 2026 à 18h47 (heure de Paris)", "2026-05-03T18:47:00+02:00"],
  ["4 مارس 2026 الساعة 18:47 بتوقيت غرينتش", "2026-03-04T18:47:00Z"],
  ["٤ مارس ٢٠٢٦ - ١٨:٤٧ بتوقيت القاهرة", "2026-03-04T18:47:00+02:00"],
  ["北京时间2026年3月4日 15:20", "2026-03-04T15:20:00+08:00"],
  ["4 марта 2026, 12:00 мск", "2026-03-04T12:00:00+03:00"],
  ["2026-03-04T12:00:00", "2026-03-04", "time-without-zone"],
  ["2026-03-04 00:15", "2026-03-04", "time-without-zone"],
  ["2026-03-04 08:00-10:00", "2026-03-04", "time-without-zone"],
  ["Wed, 04 Mar 2026 23:45:00", "2026-03-04", "time-without-zone"],
  ["Wed, 04 Mar 2026 12:00:00 CST", "2026-03-04", "time-without-zone"],
  ["Wed, 04 Mar 2026 12:00:00 IST", "2026-03-04", "time-without-zone"],
  ["3 mai 2026 à 18h47", "2026-05-03", "time-without-zone"],
  ["4 آذار/مارس 2026 18:47", "2026-03-04", "time-without-zone"],
  ["13/03/2026 14:05", "2026-03-13", "time-without-zone"],
  ["الخميس 11 نيسان / أبريل 2026 18:47", "2026-04-11", "time-without-zone"],
  ["11 de mayo de 2026 16:51 h", "2026-05-11", "time-without-zone"],
  ["11.03.2026 17:05 Uhr", "2026-03-11", "time-without-zone"],
  ["11.03.2026 kl. 17.05", "2026-03-11", "time-without-zone"],
  ["11 Maret 2026 17.05 WIB", "2026-03-11T17:05:00+07:00"],
  ["Giriş: 11.03.2026 17:05 Güncelleme: 12.03.2026 09:10", "2026-03-11", "time-without-zone"],
  ["25 octobre 2026 à 02h30 (heure de Paris)", "2026-10-25", "time-without-zone"],
  ["2026-03-04", "2026-03-04", "day-without-time"],
  ["20260304", "2026-03-04", "day-without-time"],
  ["4 March 2026", "2026-03-04", "day-without-time"],
  ["۱۳ اسفند ۱۴۰۴", "2026-03-04", "day-without-time"],
  ["2026年3月4日", "2026-03-04", "day-without-time"],
];

const rows = dates.map(([printed, publishedAt, rule]) => ({ printed, publishedAt, rule }));

const sentence = "The ferry left the harbour on time on Tuesday, and nobody was surprised by that at all.";
const json = JSON.stringify;

const storyOf = (parser: Parser, text: string): ParsedStory | undefined => {
  expect(parser.recognises({ text, name: "input" }) || /csv|ndjson/.test(parser.format)).toBe(true);
  return [...parser.parse(text, {})].flatMap((item) => (item.kind === "story" ? [item.story] : []))[0];
};

const pageOf = (head: string, body = ""): ParsedStory | undefined => {
  const page = parseHtmlPage(
    `<html><head><title>Ferry leaves</title>${head}</head><body><article><h1>Ferry leaves</h1>${body}<p>${sentence}</p><p>${sentence}</p></article></body></html>`,
  );
  return page.kind === "story" ? page.story : undefined;
};

/** Every place where a format has the date of publication, with a date in it. */
const places: Readonly<Record<string, (printed: string) => ParsedStory | undefined>> = {
  "plain text": (printed) => parseText(`Ferry leaves harbour\n\n${printed}\n\n${sentence}\n\n${sentence}\n`),
  "JSON-LD": (printed) =>
    pageOf(
      `<script type="application/ld+json">${json({ "@type": "NewsArticle", headline: "Ferry leaves", datePublished: printed })}</script>`,
    ),
  "meta of HTML": (printed) => pageOf(`<meta property="article:published_time" content="${printed}">`),
  "time of HTML": (printed) => pageOf("", `<time datetime="${printed}">some day</time>`),
  "front matter": (printed) =>
    parseMarkdown(`---\ntitle: Ferry leaves\ndate: ${json(printed)}\n---\n${sentence}\n`),
  RSS: (printed) =>
    storyOf(
      rssParser,
      `<rss><channel><item><title>Ferry leaves</title><pubDate>${printed}</pubDate></item></channel></rss>`,
    ),
  Atom: (printed) =>
    storyOf(
      atomParser,
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ferry leaves</title><published>${printed}</published></entry></feed>`,
    ),
  "JSON Feed": (printed) =>
    storyOf(
      jsonFeedParser,
      json({
        version: "https://jsonfeed.org/version/1.1",
        title: "Post",
        items: [{ id: "1", title: "Ferry leaves", content_text: sentence, date_published: printed }],
      }),
    ),
  "WordPress export": (printed) =>
    storyOf(
      wxrParser,
      `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Ferry leaves</title><pubDate>${printed}</pubDate><wp:post_type>post</wp:post_type><wp:post_date>${printed}</wp:post_date><wp:status>publish</wp:status></item></channel></rss>`,
    ),
  NITF: (printed) =>
    storyOf(
      nitfParser,
      `<nitf><head><docdata><date.issue norm="${printed}"/></docdata></head><body><body.head><hedline><hl1>Ferry leaves</hl1></hedline></body.head></body></nitf>`,
    ),
  "NewsML-G2": (printed) =>
    storyOf(
      newsmlG2Parser,
      `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="1"><itemMeta><firstCreated>${printed}</firstCreated></itemMeta><contentMeta><headline>Ferry leaves</headline></contentMeta></newsItem>`,
    ),
  "NewsML 1": (printed) =>
    storyOf(
      newsml1Parser,
      `<NewsML><NewsItem><NewsManagement><FirstCreated>${printed}</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry leaves</HeadLine></NewsLines><ContentItem><DataContent><p>${sentence}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    ),
  ninjs: (printed) =>
    storyOf(
      ninjsParser,
      json({
        uri: "urn:x",
        type: "text",
        headline: "Ferry leaves",
        firstcreated: printed,
        body_text: sentence,
      }),
    ),
  CSV: (printed) => storyOf(csvParser(), `title,text,date\nFerry leaves,"${sentence}","${printed}"\n`),
  NDJSON: (printed) =>
    storyOf(ndjsonParser(), `${json({ title: "Ferry leaves", text: sentence, date: printed })}\n`),
};

describe.each(Object.entries(places))("a date in %s", (_, place) => {
  test.each(rows)("$printed is the same as anywhere else", ({ printed, publishedAt, rule }) => {
    const story = place(printed);
    const evidence = story?.evidence.find(({ path }) => path === "publishedAt");
    expect(story?.publishedAt).toBe(publishedAt);
    expect(publicationTime.safeParse(story?.publishedAt).success).toBe(true);
    expect(evidence).toBeDefined();
    if (rule === undefined) expect(evidence?.rule).not.toMatch(/without/);
    else expect(evidence?.rule).toBe(rule);
    expect(evidence?.printed).toBe(rule === "time-without-zone" ? printed : undefined);
    expect(story?.problems.map(({ code }) => code)).not.toContain("date-unreadable");
  });
});

const fields = Object.entries(places).filter(([name]) => name !== "plain text" && name !== "time of HTML");

test.each(fields.filter(([name]) => name !== "WordPress export"))(
  "what is no date in %s is a problem, and no date",
  (_, place) => {
    const story = place("early next week");
    expect(story?.publishedAt).toBeUndefined();
    expect(story?.problems.filter(({ code }) => code === "date-unreadable")).toMatchObject([
      { path: "publishedAt", message: expect.stringContaining('"early next week"') },
    ]);
  },
);
