import { describe, expect, test } from "vitest";
import { parseHtmlPage } from "../../../../../importer/parse/formats/html/parse-html-page.ts";
import type { ParsedStory } from "../../../../../importer/parse/parsed-story.ts";
import { lineOf } from "../../../../support/outline.ts";

function storyOf(html: string): ParsedStory {
  const parsed = parseHtmlPage(html);
  if (parsed.kind !== "story") throw new Error(parsed.problem.message);
  return parsed.story;
}

const paragraphs = [
  "The weir below the paper mill was opened on Tuesday for the first time since the spring, and the water fell by a metre.",
  "Fishermen had asked for it in May, when the salmon stood under the bridge and could go neither up nor down.",
  "The mill, which needs the water for two turbines, agreed after the county had promised to pay for the lost power.",
];
const [first, second, third] = paragraphs.map((text) => `<p>${text}</p>`);
const expected = paragraphs.map((text) => `normal: ${text}`);
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>Weir opens for salmon</title></head><body><nav><a href="/">Home</a></nav>${body}
   <footer><p>Printed and published by the valley press since the year in which the mill was built.</p></footer></body></html>`;
const headline = "<h1>Weir opens for salmon</h1>";
const doubts = ({ problems }: ParsedStory): string[] =>
  problems
    .filter(({ code, path }) => code === "low-confidence" && path === "body")
    .map(({ message }) => message);

describe("parseHtmlPage() keeps a story whatever its container is called", () => {
  test.each([
    ["a sidebar", `${headline}<div class="sidebar">${first}${second}${third}</div>`],
    [
      "a widget, each paragraph",
      `${headline}<div>${[first, second, third].map((p) => `<div class="widget">${p}</div>`).join("")}</div>`,
    ],
    [
      "a social box, most of it",
      `<article>${headline}${first}<div class="paywall">${second}${third}</div></article>`,
    ],
    ["a promotion", `<div class="promo">${headline}${first}${second}${third}</div>`],
    [
      "an overlay in a modal",
      `${headline}<div class="modal"><div class="overlay-text">${first}${second}${third}</div></div>`,
    ],
    ["a role of the page", `${headline}<div role="complementary">${first}${second}${third}</div>`],
    [
      "a navigation that was never closed",
      `<nav><a href="/a">News</a>${headline}<main>${first}${second}${third}</main>`,
    ],
    [
      "an element for what stands beside it",
      `<aside class="main">${headline}${first}${second}${third}</aside>`,
    ],
    [
      "a wrapper named after comments",
      `<div class="comments"><main>${headline}${first}${second}${third}</main></div>`,
    ],
  ])("%s", (_, body) => {
    expect(storyOf(page(body)).blocks.map(lineOf)).toEqual(expected);
  });

  test.each([
    ["in BEM", "sidebar-grid__content article__content"],
    ["in modules", "Story_body__x3Fz9 Promo_box__a1"],
    ["by a program", "css-1a2b3c e1xyz0"],
    ["for those who pay", "paywalled"],
    ["with what else the page has", "has-sidebar no-ads with-comments"],
  ])("with names %s, and without a doubt", (_, names) => {
    const story = storyOf(page(`${headline}<div class="${names}">${first}${second}${third}</div>`));
    expect(story.blocks.map(lineOf)).toEqual(expected);
    expect(doubts(story)).toEqual([]);
  });

  test("and asks about a name that seldom holds a story", () => {
    const story = storyOf(page(`${headline}<div class="sidebar-grid">${first}${second}${third}</div>`));
    expect(doubts(story)).toEqual([
      'Part of the text is in elements whose names seldom hold a story: "sidebar-grid"',
    ]);
  });
});

const legal = [
  "If you live in one of the listed regions you have the right, at any time, to direct a business that sells your personal data to stop doing so, on this site and on the sites of all of our partners.",
  "When you visit our pages, we store small files on your device to collect information, which is mostly used to make the site work as you expect it to, and to show you what may interest you.",
  "You can choose not to allow some kinds of them, which may affect your experience of the site and of the services that we are able to offer, and you can change your choice later on.",
]
  .map((text) => `<p>${text}</p>`)
  .join("");

describe("parseHtmlPage() takes no request for consent for the story", () => {
  test.each([
    `<div id="onetrust-consent-sdk"><div class="ot-sdk-container"><h2>Right to opt out</h2>${legal}</div></div>`,
    `<div class="cookie-bar">${legal}<button>Accept</button></div>`,
    `<div id="qc-cmp2-container"><h1>We value your privacy</h1>${legal}</div>`,
    `<section id="CybotCookiebotDialog">${legal}</section>`,
    `<div class="didomi-popup"><div class="popup">${legal}</div></div>`,
    `<div role="dialog" aria-label="Privacy">${legal}</div>`,
    `<div class="x1" aria-modal="true">${legal}</div>`,
  ])("in %s", (box) => {
    const flash = "<p>The weir is open again, the county said.</p>";
    for (const body of [
      `${headline}${flash}${box}`,
      `${box}<main><article>${headline}${flash}</article></main>`,
    ]) {
      const story = storyOf(page(body));
      expect(story.headline).toBe("Weir opens for salmon");
      expect(story.blocks.map(lineOf)).toEqual(["normal: The weir is open again, the county said."]);
    }
  });

  test("but reads a page whose wrapper says what was agreed to", () => {
    const story = storyOf(
      page(`<div class="cookie-consent"><main>${headline}${first}${second}${third}</main></div>`),
    );
    expect(story.blocks.map(lineOf)).toEqual(expected);
  });
});

describe("parseHtmlPage() takes no box beside a short story for a part of it", () => {
  const long =
    "Every morning the most important news of the valley, put together by our editors before the first train leaves, for only one crown a month, and you can cancel it at any time and on any device.";
  test.each([
    `<div class="paywall"><p>${long}</p><p>${long}</p><button>Subscribe</button></div>`,
    `<div class="paywall"><p>${long}</p><a href="/subscribe">Subscribe</a></div>`,
    `<div class="newsletter"><p>${long}</p></div>`,
    `<div class="modal" hidden><p>${long}</p></div>`,
    `<div class="right">${[1, 2, 3].map((at) => `<div class="widget"><p>${at}. ${long}</p></div>`).join("")}</div>`,
  ])("%s", (box) => {
    const text = [first, second, third].join("");
    expect(storyOf(page(`<article>${headline}${text}${box}</article>`)).blocks.map(lineOf)).toEqual(expected);
  });
});
