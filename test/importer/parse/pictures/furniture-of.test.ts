import { expect, test } from "vitest";
import { htmlToBlocks } from "../../../../importer/parse/markup/html/html-to-blocks.ts";
import type { ParsedStory } from "../../../../importer/parse/parsed-story.ts";
import { parserOf, parsersFor } from "../../../../importer/parse/parsers.ts";
import { furnitureOf } from "../../../../importer/parse/pictures/furniture-of.ts";
import { furnitureRules, type PictureSigns } from "../../../../importer/parse/pictures/furniture-rules.ts";
import { cpuMsOf } from "../../../support/cpu-time.ts";

test.each(furnitureRules.flatMap(({ rule, examples }) => examples.map((signs) => [rule, signs] as const)))(
  "furnitureOf() calls a picture %s: %o",
  (rule, signs) => {
    expect(furnitureOf(signs)?.rule).toBe(rule);
  },
);

test("furnitureOf() tells a rule and a reason for each kind, under names of their own", () => {
  expect(new Set(furnitureRules.map(({ rule }) => rule)).size).toBe(furnitureRules.length);
  for (const { reason, examples } of furnitureRules) {
    expect(reason).toMatch(/^it .*[^.]$/);
    expect(examples.length).toBeGreaterThan(0);
  }
});

/** Pictures of stories that look a little like furniture. */
const ofStories: readonly PictureSigns[] = [
  { address: "https://daily.example/2026/11/quay.jpg" },
  { address: "https://daily.example/2026/11/airline-unveils-new-logo-today.jpg" },
  { address: "https://daily.example/2026/11/logo.png", isCaptioned: true },
  { address: "https://daily.example/2026/11/bullet-train.jpg" },
  { address: "https://daily.example/2026/11/bullet-train.png" },
  { address: "https://daily.example/2026/11/loading-dock.jpg" },
  { address: "https://daily.example/2026/11/ticket-counter.png" },
  { address: "https://daily.example/2026/11/facebook-hearing.jpg" },
  { address: "https://daily.example/2026/11/iconic-building.jpg" },
  { address: "https://daily.example/2026/11/badge-of-the-club.jpg" },
  { address: "https://daily.example/2026/11/read-your-letters.jpg" },
  { address: "https://daily.example/2026/11/shared-space.jpg" },
  { address: "https://daily.example/uploads/banner-of-the-protest.jpg" },
  { address: "https://adams.example/quay.jpg" },
  { address: "https://daily.example/quay.jpg", width: 300, height: 250 },
  { address: "https://daily.example/quay.jpg", width: 640, height: 60 },
  {
    address: "https://daily.example/quay.jpg",
    marks: "wp-image-12 size-large",
    around: "wp-caption aligncenter",
  },
  { address: "https://img.youtube.com/vi/abc/default.jpg" },
  { address: "img/harbour map.png" },
  { address: "https://daily.example/ads/summer.jpg", isCaptioned: true },
];

test.each(ofStories)("furnitureOf() leaves to the story: %o", (signs) => {
  expect(furnitureOf(signs)).toBeUndefined();
});

const quay = "https://daily.example/2026/quay.jpg";

/** HTML with one picture of the story, and one that is not. */
const furnitureInHtml: readonly (readonly [rule: string, html: string])[] = [
  ["tracking-pixel", '<img src="https://pixel.wp.com/g.gif?blog=1" width="1" height="1">'],
  [
    "tracking-pixel",
    '<div style="display:none"><img src="https://stats.example/x.gif" width="1" height="1"></div>',
  ],
  ["hidden", '<p hidden><img src="https://daily.example/x.jpg"></p>'],
  ["share-button", '<p class="share-bar"><a href="https://x.example"><img src="/w.png"></a></p>'],
  [
    "share-button",
    '<a href="https://www.facebook.com/sharer.php?u=1"><img src="https://daily.example/f.jpg"></a>',
  ],
  ["avatar", '<img class="avatar avatar-96" src="https://daily.example/kern.jpg">'],
  ["author-portrait", '<p class="byline"><img src="https://daily.example/p/1.jpg"> By Ada Kern</p>'],
  ["author-portrait", '<p><img src="https://daily.example/p/1.jpg" alt="Ada Kern"> By Ada Kern</p>'],
  ["author-portrait", '<p><img src="https://daily.example/p/1.jpg" width="80" height="80"> By Ada Kern</p>'],
  ["advertisement", '<div class="ad-slot"><a href="/buy"><img src="https://daily.example/s.jpg"></a></div>'],
  ["logo", '<p><img src="https://daily.example/img/daily-logo.svg" alt=""></p>'],
  ["icon", '<p><img src="https://daily.example/a.jpg" width="24" height="24">Text.</p>'],
  ["stand-in", '<img src="https://daily.example/img/spacer.gif">'],
  ["inlined-stand-in", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'],
];

test.each(furnitureInHtml)("a %s in HTML is no picture of the story, and is listed: %s", (rule, html) => {
  const { pictures, leftOut } = htmlToBlocks(
    `<p>One.</p><img src="${quay}"><p>Two.</p>${html}`,
    "https://daily.example/1",
  );
  expect(pictures.map(({ url }) => url)).toEqual([quay]);
  expect(leftOut).toMatchObject([{ kind: "picture", rule, place: expect.stringMatching(/img$/) }]);
  expect(leftOut?.[0]?.address).not.toBe("");
});

test.each([
  ["leads the story above the byline", `<p><img src="${quay}" width="1200">By Ada Kern</p>`],
  ["has a size in per cent", `<img src="${quay}" width="40%" height="20%">`],
  [
    "has a logo in its caption's name",
    `<figure><img src="${quay}"><figcaption class="logo-text">A logo.</figcaption></figure>`,
  ],
  [
    "is of a story that is in an element for authors",
    `<div class="author-wrap"><p>${"Text of the story. ".repeat(20)}</p><img src="${quay}"></div>`,
  ],
])("a picture stays that %s", (_, html) => {
  expect(htmlToBlocks(html).pictures.map(({ url }) => url)).toEqual([quay]);
});

test("a page of very many pictures is read in good time", () => {
  const images = '<img src="https://daily.example/img/logo.png"><img src="/a.jpg">'.repeat(30_000);
  const readAll = (): void =>
    expect(htmlToBlocks(`<div>${images}</div>`, "https://daily.example/1").leftOut).toHaveLength(30_000);
  expect(cpuMsOf(readAll)).toBeLessThan(20_000);
});

test("a drawn character is a character of the text", () => {
  const { blocks, pictures } = htmlToBlocks(
    '<p>They won <img class="emoji" src="https://s.w.org/images/core/emoji/14/72x72/1f389.png" alt="🎉"> today.</p>',
  );
  expect(pictures).toEqual([]);
  expect(blocks).toMatchObject([{ spans: [{ text: "They won 🎉 today." }] }]);
});

const logo = "https://daily.example/img/daily-logo.png";
const pixel = "https://pixel.wp.com/g.gif?blog=1";

/** A story with a picture, a logo and a tracking pixel, in every format that carries pictures. */
const formats: Readonly<Record<string, string>> = {
  rss: `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>D</title><item><title>A quay</title><guid>1</guid>
    <description>&lt;p&gt;Text.&lt;/p&gt;&lt;img src="${quay}"&gt;&lt;img src="${pixel}" width="1" height="1"&gt;</description>
    <media:thumbnail url="${logo}"/></item></channel></rss>`,
  atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>D</title><entry><id>1</id><title>A quay</title><content type="html">&lt;p&gt;Text.&lt;/p&gt;&lt;img src="${quay}"&gt;&lt;img src="${logo}"&gt;</content></entry></feed>`,
  "json-feed": JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    items: [
      {
        id: "1",
        title: "A quay",
        content_html: `<p>Text.</p><img src="${quay}"><img src="${pixel}">`,
        image: logo,
      },
    ],
  }),
  ninjs: JSON.stringify({
    uri: "1",
    type: "text",
    pubstatus: "usable",
    headline: "A quay",
    body_html: `<p>Text.</p><img src="${quay}">`,
    associations: {
      a: { uri: "2", type: "picture", renditions: { original: { href: logo } } },
      b: {
        uri: "3",
        type: "picture",
        renditions: { original: { href: "https://daily.example/x", width: 1, height: 1 } },
      },
    },
  }),
  nitf: `<nitf><body><body.head><hedline><hl1>A quay</hl1></hedline></body.head><body.content><p>Text.</p>${[
    quay,
    logo,
    pixel,
  ]
    .map((address) => `<media media-type="image"><media-reference source="${address}"/></media>`)
    .join("")}</body.content></body></nitf>`,
  wxr: `<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>D</title><wp:wxr_version>1.2</wp:wxr_version>
    <item><title>Logo</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url>${logo}</wp:attachment_url></item>
    <item><title>A quay</title><guid>1</guid><content:encoded><![CDATA[Text.\n\n<img src="${quay}" />\n\n<img src="${pixel}" width="1" height="1" />]]></content:encoded>
    <wp:post_id>1</wp:post_id><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta></item></channel></rss>`,
  markdown: `---\ntitle: A quay\nimage: ${logo}\n---\nText.\n\n![The quay](${quay})\n\n![](${pixel})\n`,
  ndjson: [
    { id: "1", headline: "A quay", body: `<p>Text.</p><img src="${quay}">`, image: { url: logo } },
    { id: "2", headline: "A pier", body: "<p>Text.</p>" },
  ]
    .map((record) => JSON.stringify(record))
    .join("\n"),
  html: `<!doctype html><html lang="en"><head><title>A quay</title><meta property="og:image" content="${logo}"></head><body><article><h1>A quay</h1>
    <div class="meta"><img src="/p/ak.jpg" alt="Ada Kern"><span class="by">By Ada Kern</span></div><img src="${quay}" alt="The quay">
    <p>The harbour board voted on Monday to rebuild the eastern quay, which has been closed since the storm in March.</p>
    <p>Work is to begin in the autumn, said the chair of the board. <img src="${pixel}" width="1" height="1"></p>
    <p>Ferries will use the western quay until the new one opens next summer, the board said in a statement.</p></article></body></html>`,
};

test.each(Object.entries(formats))(
  "furniture is left out of %s, and the story's picture stays",
  (_, text) => {
    expect(storiesIn(text).flatMap(({ pictures }) => pictures.map(({ url }) => url))).toEqual([quay]);
  },
);

test("a portrait of the author beside the text is left out whatever its address", () => {
  const [story] = storiesIn(
    JSON.stringify({
      uri: "1",
      type: "text",
      pubstatus: "usable",
      headline: "A quay",
      byline: "By Ada Kern",
      body_html: "<p>Text.</p>",
      associations: {
        featuremedia: {
          uri: "2",
          type: "picture",
          body_text: "Ada Kern",
          renditions: { original: { href: quay } },
        },
      },
    }),
  );
  expect(story).toMatchObject({ pictures: [], blocks: [{ kind: "text" }] });
  expect(story?.leadPicture).toBeUndefined();
});

function storiesIn(text: string): ParsedStory[] {
  const items = [...(parserOf({ text }, parsersFor())?.parse(text, {}) ?? [])];
  return items.flatMap((item) => (item.kind === "story" ? [item.story] : []));
}
