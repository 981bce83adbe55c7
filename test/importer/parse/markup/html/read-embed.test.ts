import { expect, test } from "vitest";
import { htmlToBlocks } from "../../../../../importer/parse/markup/html/html-to-blocks.ts";
import { page } from "../../../../support/outline.ts";

/** The embeds of a piece of HTML, as address, provider, title and text. */
const embeds = (html: string): unknown[] =>
  htmlToBlocks(html, page).blocks.flatMap((block) =>
    block.kind === "embed" ? [[block.url, block.provider, block.title, block.text]] : [],
  );

test.each<
  [name: string, html: string, url: string, provider: string, title?: string | undefined, text?: string]
>([
  [
    "a frame that a script loads late",
    `<iframe src="about:blank" data-src="//www.youtube-nocookie.com/embed/a1" title="YouTube video player"></iframe>`,
    "https://www.youtube-nocookie.com/embed/a1",
    "YouTube",
  ],
  [
    "a frame that waits for consent",
    `<iframe data-cookieconsent-src="https://player.vimeo.com/video/1" title="The flood"></iframe>`,
    "https://player.vimeo.com/video/1",
    "Vimeo",
    "The flood",
  ],
  [
    "a frame of a site that is not known",
    `<iframe src="/charts/12" width="100%" height="400"></iframe>`,
    "https://news.example/charts/12",
    "news.example",
  ],
  [
    "a frame with something to see instead",
    `<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1"><p>Map of the quay</p></iframe>`,
    "https://www.openstreetmap.org/export/embed.html?bbox=1",
    "OpenStreetMap",
    undefined,
    "Map of the quay",
  ],
  [
    "a frame that speaks of browsers",
    `<iframe src="https://maps.google.com/x">Votre navigateur ne prend pas en charge les cadres.</iframe>`,
    "https://maps.google.com/x",
    "Google Maps",
  ],
  [
    "a player with sources",
    `<video controls poster="/p.jpg"><source src="blob:x"><source src="https://cdn.example/v.mp4"></video>`,
    "https://cdn.example/v.mp4",
    "cdn.example",
  ],
  [
    "a player of old",
    `<object width="480"><param name="movie" value="https://www.youtube.com/v/a1"><embed src="https://x.example/y"></object>`,
    "https://www.youtube.com/v/a1",
    "YouTube",
  ],
  [
    "a post with its words",
    `<blockquote class="twitter-tweet" data-lang="en"><p lang="en">The quay is open, see
       <a href="https://t.co/x">t.co/x</a></p>&mdash; Harbour (@harbour)
       <a href="https://twitter.com/harbour/status/5?ref_src=twsrc">May 2, 2026</a></blockquote>`,
    "https://twitter.com/harbour/status/5?ref_src=twsrc",
    "X",
    undefined,
    "The quay is open, see t.co/x\n— Harbour (@harbour) May 2, 2026",
  ],
  [
    "a picture that was posted",
    `<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/B/"><a href="https://x.example">View</a></blockquote>`,
    "https://www.instagram.com/p/B/",
    "Instagram",
    undefined,
    "View",
  ],
  [
    "a post that a script fills",
    `<div class="fb-post" data-href="https://www.facebook.com/harbour/posts/1"></div>`,
    "https://www.facebook.com/harbour/posts/1",
    "Facebook",
  ],
  [
    "a clip with its author",
    `<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/7"><section><a href="https://www.tiktok.com/@a">@a</a> Boats</section></blockquote>`,
    "https://www.tiktok.com/@a/video/7",
    "TikTok",
    undefined,
    "@a Boats",
  ],
  [
    "a chart that a script fills",
    `<div class="flourish-embed flourish-chart" data-src="visualisation/12"></div>`,
    "https://public.flourish.studio/visualisation/12",
    "Flourish",
  ],
])("htmlToBlocks() keeps %s as an embed", (_, html, url, provider, title, text) => {
  expect(embeds(`<p>Before.</p>${html}<p>After.</p>`)).toEqual([[url, provider, title, text]]);
});

test.each([
  ["a script's address", `<iframe src="javascript:evil()">x</iframe>`],
  ["a page in an attribute", `<iframe srcdoc="<script>evil()</script>"></iframe>`],
  ["data", `<iframe src="data:text/html,evil"></iframe>`],
  ["a player without a file", `<video src="blob:https://news.example/1">x</video>`],
  ["an advertisement by its host", `<iframe src="https://securepubads.g.doubleclick.net/x">x</iframe>`],
  ["an advertisement by its name", `<iframe id="google_ads_iframe_1" src="https://x.example/1">x</iframe>`],
  ["a counter by its host", `<iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe>`],
  ["a counter by its size", `<iframe src="https://x.example/1" width="1" height="1"></iframe>`],
  ["a hidden frame", `<iframe src="https://x.example/1" style="display:none"></iframe>`],
  ["a button", `<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>`],
  ["comments", `<iframe src="https://disqus.com/embed/comments/"></iframe>`],
])("htmlToBlocks() makes no embed of %s", (_, html) => {
  const { blocks } = htmlToBlocks(`<p>Before.</p>${html}<p>After.</p>`, page);
  expect(blocks.map(({ kind }) => kind)).toEqual(["text", "text"]);
});

test("htmlToBlocks() keeps a quotation that names no post as a quotation", () => {
  const { blocks } = htmlToBlocks(`<blockquote class="twitter-tweet"><p>The quay is open.</p></blockquote>`);
  expect(blocks).toMatchObject([{ kind: "text", style: "blockquote" }]);
});

test("htmlToBlocks() gives a figure's player its caption, and keeps the player beside the figure's picture", () => {
  const frame = `<iframe src="https://player.vimeo.com/video/1" title="The flood"></iframe>`;
  expect(embeds(`<figure>${frame}<figcaption>Boats in the street</figcaption></figure>`)).toEqual([
    ["https://player.vimeo.com/video/1", "Vimeo", "The flood", "Boats in the street"],
  ]);
  const { blocks } = htmlToBlocks(
    `<figure><img src="/a.jpg" alt="A">${frame}<figcaption>B</figcaption></figure>`,
    page,
  );
  expect(blocks.map(({ kind }) => kind)).toEqual(["picture", "embed"]);
});
