import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseHtmlPage } from "../../../../../importer/parse/formats/html/parse-html-page.ts";
import { lineOf } from "../../../../support/outline.ts";

const fixture = (name: string): Promise<string> =>
  readFile(join(import.meta.dirname, "fixtures", name), "utf8");

function storyOf(html: string) {
  const parsed = parseHtmlPage(html, "https://harbour.example/news/1");
  if (parsed.kind !== "story") throw new Error(parsed.problem.message);
  return parsed.story;
}
const outline = (html: string): string[] => storyOf(html).blocks.map(lineOf);

const [first, second, third] = [
  "The harbour board voted on Monday to rebuild the eastern quay, which has been closed since the storm in March.",
  "Work is to begin in the autumn, said the chair of the board, and ferries will use the western quay until then.",
  "Residents of the lower town had asked for a wider footpath along the water; the board put that question off.",
];
/** A page with something after its first paragraph. */
const pageWith = (inserted: string): string =>
  `<!doctype html><html lang="en"><body><nav><a href="/">Home</a></nav><article><h1>Board votes to rebuild quay</h1>
   <p>${first}</p>${inserted}<p>${second}</p><p>${third}</p></article><footer>Terms</footer></body></html>`;
const around = (...inserted: readonly string[]): string[] => [
  `normal: ${first}`,
  ...inserted,
  `normal: ${second}`,
  `normal: ${third}`,
];

test("parseHtmlPage() keeps a table with its caption, its head and every line of its cells", async () => {
  const { blocks } = storyOf(await fixture("html-table.html"));
  expect(blocks.slice(1, -1)).toEqual([
    {
      kind: "table",
      caption: "Opening hours",
      hasHeaderRow: true,
      rows: [
        ["Day", "Hours"],
        ["Mon", "10:00 AM - 8:00 PM\nClosed now"],
        ["Tue", "Closed"],
      ],
    },
  ]);
});

test("parseHtmlPage() keeps the times of a live blog's posts", async () => {
  const { headline, publishedAt, blocks } = storyOf(await fixture("html-liveblog.html"));
  expect([headline, publishedAt]).toEqual(["Live: vote on the quay", "2026-11-02T09:55:00Z"]);
  expect(blocks.map((block) => lineOf(block).slice(0, 30))).toEqual([
    "h3: 12:00",
    "h2: Vote is over",
    "normal: The harbour board vote",
    "h3: 11:00",
    "h2: Debate begins",
    "normal: Work is to begin in th",
    "h3: 10:00",
    "normal: _Residents of the lowe",
  ]);
});

const post = (open: string, time: string, text: string, close = "</div>"): string =>
  `${open}${time}<p>${text}</p>${close}`;
const shapes: Readonly<
  Record<string, readonly [open: string, time: (text: string) => string, close: string]>
> = {
  "a time in a header with a heading": [
    `<article class="update">`,
    (text) => `<header><time datetime="2026-11-02">${text}</time><h3>News</h3></header>`,
    "</article>",
  ],
  "a time in a list": [`<li class="entry">`, (text) => `<span class="timestamp">${text}</span>`, "</li>"],
  "a time in a paragraph of its own": [
    `<div class="post">`,
    (text) => `<p class="time">${text}</p>`,
    "</div>",
  ],
};

test.each(
  Object.entries(shapes).flatMap(([name, shape]) =>
    ["12:05", "3:05 p.m.", "14h30", "١٢:٠٥", "2 November 2026, 12:05"].map((time) => ({ name, shape, time })),
  ),
)("parseHtmlPage() keeps $time: $name", ({ shape: [open, time, close], time: text }) => {
  const posts = [first, second, third].map((one) => post(open, time(text), one, close)).join("");
  const lines = outline(
    `<!doctype html><html lang="en"><body><main><h1>Live: the quay</h1><p class="meta"><time>Published 11:00</time></p>
     <div class="liveblog">${posts}</div></main></body></html>`,
  );
  expect(lines.filter((line) => line.endsWith(text))).toHaveLength(3);
  expect(lines.join("\n")).not.toContain("Published");
});

test("parseHtmlPage() keeps no times of other stories, comments or the page itself", () => {
  const teaser = `<div class="teaser"><time>9:00</time><h3><a href="/x">Another story of the day</a></h3></div>`;
  const comment = `<div class="comment"><time>9:30</time><p>${first}</p></div>`;
  const html = pageWith("").replace(
    "</article>",
    `</article><div class="more">${teaser.repeat(3)}</div><div class="comments">${comment.repeat(3)}</div>`,
  );
  expect(outline(html)).toEqual(around());
});

const tweet = `<blockquote class="twitter-tweet"><p>The quay is open.</p>&mdash; Harbour
  <a href="https://twitter.com/harbour/status/5">May 2</a></blockquote><script async src="https://platform.twitter.com/w.js"></script>`;

test.each<[name: string, inserted: string, expected: readonly string[]]>([
  [
    "a video frame",
    `<div class="video-player"><iframe src="https://www.youtube.com/embed/a1"></iframe></div>`,
    ["[embed https://www.youtube.com/embed/a1]"],
  ],
  [
    "a late video frame in a paragraph",
    `<p><iframe data-src="https://player.vimeo.com/video/1"></iframe></p>`,
    ["[embed https://player.vimeo.com/video/1]"],
  ],
  [
    "a post in a box that is named after its site",
    `<div class="social-embed">${tweet}</div>`,
    ["[embed https://twitter.com/harbour/status/5 · The quay is open.\n— Harbour May 2]"],
  ],
  [
    "a player",
    `<figure><video src="/v/quay.mp4" title="The quay"></video><figcaption>The quay in spring</figcaption></figure>`,
    ["[embed https://harbour.example/v/quay.mp4 · The quay · The quay in spring]"],
  ],
  [
    "a table without a head",
    `<table><tr><td>Quays</td><td>3</td></tr><tr><td>Ferries</td><td>10<sup>2</sup></td></tr></table>`,
    ["[table Quays | 3 / Ferries | 10²]"],
  ],
  [
    "a raised figure",
    `<p>The quay cost 10<sup>6</sup> crowns, or H<sub>2</sub>O, says the board today.</p>`,
    ["normal: The quay cost 10^6^ crowns, or H~2~O, says the board today."],
  ],
  ["an advertisement", `<iframe src="https://ad.doubleclick.net/x" width="300" height="250"></iframe>`, []],
  ["a counter", `<iframe src="https://www.googletagmanager.com/ns.html"></iframe>`, []],
  [
    "a frame in the page's own furniture",
    `<aside><iframe src="https://www.youtube.com/embed/a1"></iframe></aside>`,
    [],
  ],
])("parseHtmlPage() reads %s between paragraphs", (_, inserted, expected) => {
  expect(outline(pageWith(inserted))).toEqual(around(...expected));
});

test("parseHtmlPage() writes raised figures in a headline and a caption with characters of their own", () => {
  const { headline, pictures } = storyOf(
    pageWith(
      `<figure><img src="/q.jpg"><figcaption>About 10<sup>6</sup> m<sup>3</sup> of sand</figcaption></figure>`,
    ).replace(
      "Board votes to rebuild quay",
      "Quay costs 10<sup>6</sup> crowns in the 21<sup>st</sup> century",
    ),
  );
  expect(headline).toBe("Quay costs 10⁶ crowns in the 21st century");
  expect(pictures[0]?.captions).toEqual([{ text: "About 10⁶ m³ of sand" }]);
});

test("parseHtmlPage() gives no summary that is the first paragraph", () => {
  const described = (text: string) =>
    storyOf(pageWith("").replace("<body>", `<head><meta name="description" content="${text}"></head><body>`));
  expect(described(first ?? "").summary).toBeUndefined();
  expect(described("The quay in short.").summary).toBe("The quay in short.");
});
