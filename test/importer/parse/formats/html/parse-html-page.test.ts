import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseHtmlPage } from "../../../../../importer/parse/formats/html/parse-html-page.ts";
import type { ParsedStory } from "../../../../../importer/parse/parsed-story.ts";
import { textOfBlock } from "../../../../../importer/parse/text-of-block.ts";
import { readGoldPages } from "../../../../support/gold-pages.ts";
import { scoreWords } from "../../../../support/score-words.ts";
import { cpuMsOf } from "../../../../support/cpu-time.ts";

const folder = join(import.meta.dirname, "../fixtures/html");
const pages = await readGoldPages(folder);

const paragraphs = [
  "The ferry to the island has been stopped for a week, because its only captain has caught the measles.",
  "A second captain is on his way from the mainland, the company says, but he does not know the rocks.",
  "Islanders have offered to draw him a map. The old captain says that no map shows them all, and will not lend his.",
];
const article = `<h1>Ferry waits for a captain</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}`;
const pageOf = (head: string, body = `<article>${article}</article>`): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body><nav><a href="/">Home</a></nav>${body}</body></html>`;
const jsonLd = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c")}</script>`;

function storyOf(html: string, url?: string): ParsedStory {
  const parsed = parseHtmlPage(html, url);
  if (parsed.kind !== "story") throw new Error(parsed.problem.message);
  return parsed.story;
}
const linesOf = (story: ParsedStory): string[] =>
  story.blocks.map((block) => (block.kind === "text" ? textOfBlock(block) : "[picture]"));
const confidenceOf = (story: ParsedStory, path: string): number | undefined =>
  story.evidence.find((evidence) => evidence.path === path)?.confidence;

describe("parseHtmlPage()", () => {
  test.each([
    "bridge.en", // JSON-LD in a graph, late pictures, boxes between paragraphs
    "cablecar.fr", // JSON-LD with comments and commas too many, a body in two parts
    "road.ar", // broken markup, line breaks for paragraphs, wrong language
    "station.fr", // data of another story, dates that disagree, more teasers than text
  ])("reads %s as the expected story beside it", async (name) => {
    const html = await readFile(join(folder, `${name}.html`), "utf8");
    const { pieces: _, ...story } = storyOf(html);
    expect(story).toEqual(JSON.parse(await readFile(join(folder, `${name}.expected.json`), "utf8")));
  });

  test.each(pages)("finds the text of $name, and hardly anything else", ({ html, gold }) => {
    const story = storyOf(html);
    const neutral = [gold.headline, gold.subHeadline, gold.byline, ...gold.captions].join("\n");
    expect(scoreWords(linesOf(story).join("\n"), gold.text.join("\n"), neutral).f1).toBeGreaterThan(0.95);
    expect(story.headline).toBe(gold.headline);
  });

  test("names no date without evidence, and none for sure where the evidence disagrees", () => {
    expect(storyOf(pageOf("")).publishedAt).toBeUndefined();
    const meta = (date: string): string => `<meta property="article:published_time" content="${date}">`;
    const described = jsonLd({ "@type": "NewsArticle", datePublished: "2026-03-01T08:00:00Z" });
    const alone = storyOf(pageOf(described));
    const agreed = storyOf(pageOf(described + meta("2026-03-01T10:00:00+02:00")));
    const doubted = storyOf(pageOf(described + meta("2026-03-05T08:00:00Z")));
    expect(agreed.publishedAt).toBe("2026-03-01T08:00:00Z");
    expect(confidenceOf(agreed, "publishedAt")).toBeGreaterThan(confidenceOf(alone, "publishedAt") ?? 1);
    expect(confidenceOf(doubted, "publishedAt")).toBeLessThan(0.5);
    const dayOnly = storyOf(pageOf(jsonLd({ "@type": "NewsArticle", datePublished: "2026-03-01" })));
    expect(dayOnly.publishedAt).toBe("2026-03-01");
    expect(confidenceOf(dayOnly, "publishedAt")).toBeLessThan(0.5);
    // A day and a clock without zone neither confirm a point in time nor contradict it.
    for (const less of ["2026-03-01", "2026-03-01T10:00:00"]) {
      const beside = storyOf(pageOf(described + meta(less)));
      expect(beside.publishedAt).toBe("2026-03-01T08:00:00Z");
      expect(confidenceOf(beside, "publishedAt")).toBe(confidenceOf(alone, "publishedAt"));
    }
  });

  test("trusts the data less where they name another headline or author than the page", () => {
    const described = (headline: string, name: string): string =>
      jsonLd({ "@type": "NewsArticle", headline, author: { "@type": "Person", name } });
    const body = `<article><h1>Ferry waits for a captain</h1><p class="byline">By Ada Moss</p>${article.slice(article.indexOf("<p>"))}</article>`;
    const agreed = storyOf(pageOf(described("Ferry waits for a captain", "Ada Moss"), body));
    const doubted = storyOf(pageOf(described("Ten islands to visit", "Bo Lind"), body));
    expect(agreed).toMatchObject({ headline: "Ferry waits for a captain", byline: "Ada Moss" });
    expect(confidenceOf(agreed, "headline")).toBeGreaterThan(0.9);
    for (const path of ["headline", "byline"]) {
      expect(confidenceOf(doubted, path)).toBeLessThan(confidenceOf(agreed, path) ?? 0);
    }
  });

  test("takes the story of the page among all that its data describe", () => {
    const url = "https://news.example/ferry";
    const story = storyOf(
      pageOf(
        `<link rel="canonical" href="${url}?utm_source=x">` +
          jsonLd({
            "@type": "ItemList",
            itemListElement: [{ "@type": "NewsArticle", headline: "Cheese fair opens", author: "Cy Bell" }],
          }) +
          jsonLd({
            "@graph": [
              { "@type": "Person", "@id": "#1", name: "Ada Moss" },
              {
                "@type": "NewsArticle",
                headline: "Ferry waits for a captain",
                url,
                author: { "@id": "#1" },
                keywords: "ferries, measles",
              },
            ],
          }),
      ),
    );
    expect(story).toMatchObject({
      identity: { kind: "url", value: url },
      byline: "Ada Moss",
      creators: [{ name: "Ada Moss" }],
      keywords: ["ferries", "measles"],
    });
  });

  test("keeps the direction of mixed text as it came", () => {
    const text =
      "قال \u200fRüya\u200f إن القارب “M/S Ada” لن يبحر قبل يوم الأحد، وإن الركاب سيعودون إلى الجزيرة غدا.";
    const story = storyOf(
      `<html dir="rtl"><body><article><h1>القارب ينتظر</h1><p>${text}</p><p>${text}</p></article></body></html>`,
    );
    expect(linesOf(story)).toEqual([text, text]);
    expect(story.language).toBe("ar");
  });

  test("gives the text of the data where the page shows but its beginning", () => {
    const story = storyOf(
      pageOf(
        jsonLd({
          "@type": "NewsArticle",
          headline: "Ferry waits for a captain",
          articleBody: `${paragraphs.join("\n\n")}\n\nA fourth paragraph, which the page does not show to those who have not paid for it.\n\nAnd a fifth, which is the longest of them all, since it tells of the measles, of the captain's mother, and of rocks.`,
        }),
        `<h1>Ferry waits for a captain</h1><p>${paragraphs[0]}</p>`,
      ),
    );
    expect(linesOf(story)).toHaveLength(5);
    expect(confidenceOf(story, "body")).toBe(0.7);
  });

  test("lets nothing active survive, wherever it stands", () => {
    const evil = "javascript:alert(1)";
    const story = storyOf(
      pageOf(
        `<base href="${evil}"><link rel="canonical" href="${evil}"><meta property="og:image" content="${evil}"><meta property="og:url" content="data:text/html,x">` +
          jsonLd({
            "@type": "NewsArticle",
            headline: "<script>alert(1)</script>Ferry <b>waits</b>",
            url: evil,
            image: evil,
            author: { name: "<img src=x onerror=alert(1)>Ada Moss" },
          }),
        `<article onclick="alert(1)">${article}<p><a href="${evil}">${paragraphs[0]}</a><iframe srcdoc="<p>x</p>"></iframe><img src="${evil}" onerror="alert(1)"></p></article>`,
      ),
      "https://news.example/ferry",
    );
    expect(JSON.stringify(story)).not.toMatch(
      /javascript:|data:|alert|onerror|onclick|<(?:script|img|iframe|b)\b/i,
    );
    expect(story.byline).toBe("Ada Moss");
  });

  test("refuses a page that nests without end", () => {
    expect(parseHtmlPage(`<html><body>${"<div>".repeat(100_000)}${article}`)).toMatchObject({
      kind: "unusable",
      problem: { code: "too-deep" },
    });
  });

  test.each([
    ["as deep as is allowed", "<div class='related image'>".repeat(500) + article.repeat(50)],
    ["of paragraphs without end", article.repeat(4_000)],
    [
      "of teasers without end",
      "<div class=a><a href=/x>Another story of the day</a><p>Text.</p></div>".repeat(10_000) + article,
    ],
    [
      "of broken JSON-LD",
      `<script type="application/ld+json">${'[{"a":'.repeat(100_000)}</script>${article}`,
    ],
    [
      "of quotes in JSON-LD",
      `<script type="application/ld+json">${'\\"'.repeat(500_000)}</script>${article}`,
    ],
    ["of metas without end", '<meta name="a" content="b">'.repeat(50_000) + article],
    ["of separators in the title", `<title>${" | ".repeat(200_000)}</title>${article}`],
    ["of blanks", `<p>${"\u00a0".repeat(300_000)}x</p>${article}`],
    [
      "of one attribute",
      `<div class="${"share-".repeat(3_000)}"><p title="${"x".repeat(2_000_000)}"></p></div>${article}`,
    ],
    ["of bylines without end", article + "<p class=author>By Ada Moss</p>".repeat(5_000)],
    ["that never leaves its comment", `${article}${"<!--".repeat(100_000)}`],
    ["with nulls", article.replaceAll(" ", "\0 ")],
  ])("reads a page %s within a few seconds", (_, html) => {
    const read = (): void => expect(storyOf(html).headline).toBe("Ferry waits for a captain");
    expect(cpuMsOf(read)).toBeLessThan(15_000);
  });

  test.each([
    "",
    "plain text",
    "<",
    "<html>",
    "<title>A</title>",
    "<p>",
    '<script type="application/ld+json">null</script>',
  ])("makes a story of %j, if an empty one", (html) => {
    expect(storyOf(html)).toMatchObject({ creators: [], keywords: [] });
  });
});
