import { describe, expect, test } from "vitest";
import { parseHtmlPage } from "../../../../../importer/parse/formats/html/parse-html-page.ts";
import type { ParsedStory } from "../../../../../importer/parse/parsed-story.ts";
import { lineOf } from "../../../../support/outline.ts";

function storyOf(html: string): ParsedStory {
  const parsed = parseHtmlPage(html, "https://harbour.example/1");
  if (parsed.kind !== "story") throw new Error(parsed.problem.message);
  return parsed.story;
}

/** Stories of the same shape in several languages. */
const stories = {
  en: {
    headline: "Swing bridge to be painted",
    text: [
      "The swing bridge in the old harbour will be painted for the first time in thirty years, the council said on Monday.",
      "Scaffolding goes up in April, and for six weeks the bridge will open twice a day only, at seven and at nineteen.",
    ],
  },
  de: {
    headline: "Drehbrücke wird gestrichen",
    text: [
      "Die Drehbrücke im alten Hafen wird zum ersten Mal seit dreißig Jahren gestrichen, teilte die Stadt am Montag mit.",
      "Im April kommt das Gerüst, und sechs Wochen lang öffnet die Brücke nur zweimal am Tag, um sieben und um neunzehn Uhr.",
    ],
  },
  zh: {
    headline: "旧港旋桥将重新油漆",
    text: [
      "市政府星期一表示，旧港的旋桥将在三十年来首次重新油漆，工程预计从四月开始，持续六个星期左右。",
      "施工期间，旋桥每天只开放两次，分别在早上七点和晚上七点，过往船只需要提前一天向港务局登记。",
    ],
  },
} as const;
interface Parts {
  readonly head?: string;
  readonly above?: string;
  readonly below?: string;
  readonly end?: string;
}
function page(
  language: keyof typeof stories,
  { head = "", above = "", below = "", end = "" }: Parts,
): string {
  const { headline, text } = stories[language];
  return `<!doctype html><html lang="${language}"><head><meta property="og:site_name" content="Harbour Portal">${head}</head><body>
    <nav><a href="/">Home</a></nav><div class="wrap">${above}<h1>${headline}</h1>${below}<div class="text">${text.map((line) => `<p>${line}</p>`).join("")}</div>${end}</div></body></html>`;
}
const expected = (language: keyof typeof stories): string[] =>
  stories[language].text.map((line) => `normal: ${line}`);
const jsonLd = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", ...data })}</script>`;
const questions = ({ problems }: ParsedStory, path: string): string[] =>
  problems.filter((problem) => problem.path === path).map(({ message }) => message);

describe("parseHtmlPage() reads the source that a page shows, and not its owner", () => {
  test.each([
    [
      "zh",
      { below: '<div class="info">2026年03月04日 10:20 来源：<a href="/x">新华网</a> 编辑：李明</div>' },
      "来源：新华网",
      "新华网",
    ],
    [
      "zh",
      {
        below:
          "<div><span>2026-03-04 10:20</span><span>来源：</span><span>海港日报</span><span>作者：王小明</span></div>",
      },
      "来源： 海港日报",
      "海港日报",
    ],
    ["de", { end: '<div class="source">Quelle: Hafenblatt</div>' }, "Quelle: Hafenblatt", "Hafenblatt"],
    ["de", { end: "<p>Quelle: dpa</p>" }, "Quelle: dpa", "dpa"],
    [
      "en",
      { below: '<p class="meta">4 March 2026 | Source: Bridge Post</p>' },
      "Source: Bridge Post",
      "Bridge Post",
    ],
  ] as const)("%s %j", (language, parts, sourceLine, name) => {
    const owner = jsonLd({
      headline: stories[language].headline,
      publisher: { "@type": "Organization", name: "Harbour Portal" },
      sourceOrganization: { name: "Harbour Portal" },
    });
    const story = storyOf(page(language, { ...parts, head: owner }));
    expect(story).toMatchObject({ sourceLine, infoSources: [{ printed: name, role: "originator" }] });
    expect(story.infoSources).toHaveLength(1);
    expect(story.blocks.map(lineOf)).toEqual(expected(language));
  });

  test("but its owner where no other stands there", () => {
    expect(storyOf(page("en", {})).infoSources).toEqual([{ printed: "Harbour Portal", role: "originator" }]);
  });
});

describe("parseHtmlPage() reads the date that readers see", () => {
  test.each([
    ["en", { below: "<div>4 March 2026</div>" }, "2026-03-04"],
    [
      "en",
      { below: "<p>Published: March 4, 2026, 10:20 GMT</p><p>Updated: March 6, 2026</p>" },
      "2026-03-04T10:20:00+00:00",
    ],
    ["de", { below: "<span>Von Ada Moos</span><div>Aktualisiert: 04.03.2026, 10:20 Uhr</div>" }, undefined],
    ["de", { below: '<div class="datum">04.03.2026</div>' }, "2026-03-04"],
    ["zh", { below: "<div>2026年03月04日 10:20 来源：新华网</div>" }, "2026-03-04"],
    ["en", { end: "<p>4 March 2026</p>" }, "2026-03-04"],
  ] as const)("%s %j", (language, parts, publishedAt) => {
    const story = storyOf(page(language, parts));
    expect(story.publishedAt?.replace("Z", "+00:00")).toBe(publishedAt);
    expect(story.blocks.map(lineOf)).toEqual(expected(language));
  });

  test("and takes none from a sentence, or from the top of the site", () => {
    const site = "<header><span>Thursday, 5 March 2026</span></header>";
    const sentence =
      "<p>The bridge was built by a yard on the other side of the river, and was opened on 4 March 1911 by the mayor.</p>";
    expect(storyOf(page("en", { above: site, below: sentence })).publishedAt).toBeUndefined();
  });

  test("asks where it is certainly another day than that of the data", () => {
    const head = (date: string, modified?: string): string =>
      jsonLd({
        headline: stories.en.headline,
        datePublished: date,
        ...(modified ? { dateModified: modified } : {}),
      });
    const shown = "<div>4 March 2026</div>";
    const read = (given: string): string[] =>
      questions(storyOf(page("en", { head: given, below: shown })), "publishedAt");
    expect(read(head("2026-03-04T08:00:00Z"))).toEqual([]);
    expect(read(head("2026-03-01T08:00:00Z", "2026-03-04T09:00:00Z"))).toEqual([]);
    expect(read(head("2026-03-09T08:00:00Z"))).toEqual([
      'The page shows "2026-03-04", but its data say "2026-03-09T08:00:00Z"',
    ]);
  });
});

describe("parseHtmlPage() reads where a story was filed", () => {
  const [first, second] = stories.en.text;
  test("at the beginning of its text, with the agency as its source", () => {
    const story = storyOf(page("en", {}).replace(first, `LISBON, March 4 (Reuters) - ${first}`));
    expect(story.dateline).toMatchObject({ place: "LISBON" });
    expect(story.infoSources).toEqual([{ printed: "Reuters", role: "originator" }]);
    expect(story.blocks.map(lineOf)).toEqual([
      `normal: LISBON, March 4 (Reuters) - ${first}`,
      `normal: ${second}`,
    ]);
  });

  test("on a line of its own, which is then no paragraph", () => {
    const story = storyOf(
      page("en", {}).replace(`<p>${first}`, `<p>LISBON, March 4 (Reuters) -</p><p>${first}`),
    );
    expect(story.dateline).toMatchObject({ place: "LISBON" });
    expect(story.blocks.map(lineOf)).toEqual(expected("en"));
  });
});

describe("parseHtmlPage() obeys the orders of a wire that a page carries", () => {
  const embargo = "EMBARGOED UNTIL 4 March 2026, 10:00 GMT";
  test.each([
    ["above the headline", { above: `<div class="note">${embargo}</div>` }],
    ["below the headline", { below: `<div>${embargo}</div>` }],
    ["below the headline, as a paragraph", { below: `<p>${embargo}</p>` }],
  ])("%s", (_, parts) => {
    const story = storyOf(page("en", parts));
    expect(story.control).toMatchObject({ note: embargo });
    expect(story.control?.embargoedUntil).toMatch(/^2026-03-04T10:00:00/);
    expect(story.blocks.map(lineOf)).toEqual(expected("en"));
  });

  test("in the text, which it leaves", () => {
    const [first] = stories.en.text;
    const story = storyOf(page("en", {}).replace(`<p>${first}`, `<p>${embargo}</p><p>${first}`));
    expect(story.control).toMatchObject({ note: embargo });
    expect(story.blocks.map(lineOf)).toEqual(expected("en"));
  });

  test.each(["<div>Cancel</div>", "<a href='/x'>Kill</a>", "<button>CANCEL</button>"])(
    "but not %s",
    (button) => {
      expect(storyOf(page("en", { above: button, below: button })).control).toBeUndefined();
    },
  );
});

describe("parseHtmlPage() asks about data that disagree with what is shown", () => {
  const described = (data: object): string =>
    page("en", {
      head: jsonLd({ headline: stories.en.headline, ...data }),
      below: '<p class="byline">By Ada Moss</p>',
    });

  test("of the headline", () => {
    expect(
      questions(storyOf(described({ headline: "Ten islands to visit this summer" })), "headline"),
    ).toEqual([
      `The page shows "${stories.en.headline}", but its data say "Ten islands to visit this summer"`,
    ]);
    expect(
      questions(storyOf(described({ headline: "Swing bridge to be painted in April" })), "headline"),
    ).toEqual([]);
  });

  test("of the author, and keeps the one that is shown", () => {
    const story = storyOf(described({ author: { "@type": "Person", name: "Bo Lind" } }));
    expect(story).toMatchObject({ byline: "Ada Moss", creators: [{ name: "Ada Moss" }] });
    expect(questions(story, "byline")).toEqual(['The page shows "Ada Moss", but its data say "Bo Lind"']);
    for (const author of [
      { "@type": "Person", name: "Ada Moss" },
      { "@type": "Organization", name: "Harbour Desk" },
    ])
      expect(questions(storyOf(described({ author })), "byline")).toEqual([]);
  });
});
