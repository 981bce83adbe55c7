import { expect, test } from "vitest";
import { parseHtmlPage } from "../../../../../importer/parse/formats/html/parse-html-page.ts";
import { lineOf } from "../../../../support/outline.ts";

const [a, b, c, d] = [
  "The last of the four bells came back to the tower on Wednesday, eleven months after it had been sent away to be recast.",
  "It weighs nine hundred kilos, and the crane that lifted it had to be brought over the pass from the neighbouring valley.",
  "Pupils of the village school had collected copper for it, said the teacher, among it two kettles and a weather vane.",
  "On Sunday all four will be rung together, and the road below the church will be closed to cars from nine until noon.",
] as const;
const furniture = {
  above: `<header class="site-header"><a href="/">Valley Post</a><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav></header>`,
  below: `<div class="related"><h3>More from the valley</h3>${[
    "Mill stream runs dry again",
    "Goats block the railway line",
    "New doctor for the upper valley",
  ]
    .map(
      (title) =>
        `<div class="card"><a href="/x"><h4>${title}</h4></a><p>Read what our reporters have found out about it.</p></div>`,
    )
    .join(
      "",
    )}</div><footer><p>Valley Post, published every weekday since the railway came. All rights reserved.</p></footer>`,
};
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>Fourth bell is back - Valley Post</title></head><body>${furniture.above}${body}${furniture.below}</body></html>`;
const p = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join("");
const h1 = "<h1>Fourth bell is back</h1>";
const normal = (...texts: readonly string[]): string[] => texts.map((text) => `normal: ${text}`);

/** How pages of many kinds set a story, and what is to be read from it. */
const kinds: readonly (readonly [kind: string, body: string, expected: readonly string[]])[] = [
  [
    "a first paragraph beside the headline, outside the container of the text",
    `<div class="top"><div>${h1}${p(a)}</div></div><div class="text">${p(b, c, d)}</div>`,
    normal(a, b, c, d),
  ],
  [
    "a list at the end",
    `<main>${h1}${p(a, b)}<ul><li>Saturday: rehearsal of the ringers</li><li>Sunday: all four bells</li></ul></main>`,
    [...normal(a, b), "bullet 1: Saturday: rehearsal of the ringers", "bullet 1: Sunday: all four bells"],
  ],
  [
    "a list of points above the first paragraph",
    `<article>${h1}<ul class="key-points"><li>The bell weighs nine hundred kilos</li><li>It was recast in the north</li></ul>${p(a, b)}</article>`,
    ["bullet 1: The bell weighs nine hundred kilos", "bullet 1: It was recast in the north", ...normal(a, b)],
  ],
  [
    "a quotation at the end",
    `<div class="text">${h1}${p(a, b, c)}<blockquote><p>We shall hear it at home, over the pass.</p></blockquote></div>`,
    [...normal(a, b, c), "blockquote: We shall hear it at home, over the pass."],
  ],
  [
    "a table between paragraphs",
    `<article>${h1}${p(a, b)}<table><tr><th>Bell</th><th>Kilos</th></tr><tr><td>First</td><td>400</td></tr><tr><td>Fourth</td><td>900</td></tr></table>${p(c)}</article>`,
    [...normal(a, b), "[table Bell | Kilos / First | 400 / Fourth | 900]", ...normal(c)],
  ],
  [
    "questions and answers in a list of terms",
    `<article>${h1}${p(a)}<dl><dt>Who paid?</dt><dd>${b}</dd><dt>What now?</dt><dd>${d}</dd></dl></article>`,
    normal(a, "Who paid?", b, "What now?", d),
  ],
  [
    "questions in bold",
    `<article>${h1}${p(a, `<strong>Who paid for the bell?</strong>`, b, `<b>And what happens on Sunday?</b>`, d)}</article>`,
    [
      ...normal(a),
      "h2: Who paid for the bell?",
      ...normal(b),
      "h2: And what happens on Sunday?",
      ...normal(d),
    ],
  ],
  [
    "line breaks for paragraphs",
    `<div class="c">${h1}<div>${a}<br><br>${b}<br><br>${c}</div></div>`,
    normal(a, b, c),
  ],
  [
    "divs for paragraphs",
    `<div class="c">${h1}<div>${[a, b, c].map((text) => `<div>${text}</div>`).join("")}</div></div>`,
    normal(a, b, c),
  ],
  [
    "sections beside each other, with advertisements between",
    `<main>${h1}${[a, b, c, d].map((text) => `<section class="part"><div class="col">${p(text)}</div></section><div class="ad-slot"><p>Advertisement</p></div>`).join("")}</main>`,
    normal(a, b, c, d),
  ],
  [
    "containers without names beside each other",
    `<div>${h1}<div>${p(a, b)}</div><div>${p(c)}</div><div>${p(d)}</div></div>`,
    normal(a, b, c, d),
  ],
  [
    "a box between the paragraphs",
    `<article>${h1}${p(a)}<aside class="related-box"><p>Read how the bell was cast, in our great series about the foundry.</p></aside>${p(b)}<div class="newsletter-signup"><p>Get the news of the valley every morning.</p><form><input></form></div>${p(c, d)}</article>`,
    normal(a, b, c, d),
  ],
  ["text right in the body", `${h1}${a}<br><br>${b}<br><br>${c}<br>`, normal(a, b, c)],
  [
    "text behind a button",
    `<article>${h1}${p(a, b)}<button>Read more</button><div class="rest" style="display:none">${p(c, d)}</div></article>`,
    normal(a, b, c, d),
  ],
  [
    "text that is folded up",
    `<article>${h1}${p(a, b)}<details><summary>How bells are cast</summary>${p(c)}</details>${p(d)}</article>`,
    [...normal(a, b), "h3: How bells are cast", ...normal(c, d)],
  ],
  [
    "tabs",
    `<article>${h1}<div class="tab-content"><div class="tab-pane active">${p(a, b)}</div><div class="tab-pane">${p(c, d)}</div></div></article>`,
    normal(a, b, c, d),
  ],
  [
    "text for subscribers on a page for phones",
    `<article>${h1}<section subscriptions-section="content-not-granted"></section><section subscriptions-section="content" class="i-amphtml-hidden">${p(a, b)}</section>${p(c)}</article>`,
    normal(a, b, c),
  ],
  [
    "tables that lay out the page, and fonts",
    `<table width="760"><tr><td width="160"><a href="/n">News</a><br><a href="/s">Sport</a></td><td><font size="5"><h1>Fourth bell is back</h1></font><font face="serif">${a}<br><br>${b}<br><br>${c}</font></td></tr></table>`,
    normal(a, b, c),
  ],
  [
    "a flash of one sentence",
    `<article>${h1}${p("The fourth bell is back in the tower.")}</article>`,
    normal("The fourth bell is back in the tower."),
  ],
  ["preformatted copy", `${h1}<pre>${a}\n\n${b}\n\n${c}</pre>`, normal(a, b, c)],
  [
    "spans in paragraphs, as copied from an editor",
    `<div class="x">${h1}${p(...[a, b, c].map((text) => `<span style="font-size:11pt"><span>${text}</span></span>`))}</div>`,
    normal(a, b, c),
  ],
  [
    "sections that each begin with a link to themselves",
    `<main>${h1}${[a, b, c].map((text, at) => `<section><h3><a href="#part-${at}">Part number ${at}</a></h3>${p(text)}</section>`).join("")}</main>`,
    [a, b, c].flatMap((text, at) => [`h3: Part number ${at}`, ...normal(text)]),
  ],
  [
    "long sections that each begin with a link to elsewhere",
    `<main>${h1}${[1, 2, 3].map((at) => `<section><a href="/places/${at}">Station number ${at} of the walk</a>${p(a, b, c, d, a)}</section>`).join("")}</main>`,
    [1, 2, 3].flatMap(() => normal(a, b, c, d, a)),
  ],
  [
    "elements of its own",
    `<story-page>${h1}<story-body>${p(a, b)}</story-body><story-body>${p(c, d)}</story-body></story-page>`,
    normal(a, b, c, d),
  ],
  [
    "steps of a recipe with its ingredients",
    `<main>${h1}${p(a)}<h2>Ingredients</h2><ul><li>200 g flour</li><li>3 eggs</li><li>a little salt and milk</li></ul><h2>Steps</h2><ol><li>Mix the flour with the eggs.</li><li>Leave it to rest for half an hour.</li></ol></main>`,
    [
      ...normal(a),
      "h2: Ingredients",
      ...["200 g flour", "3 eggs", "a little salt and milk"].map((item) => `bullet 1: ${item}`),
      "h2: Steps",
      ...["Mix the flour with the eggs.", "Leave it to rest for half an hour."].map(
        (item) => `number 1: ${item}`,
      ),
    ],
  ],
  [
    "the first post of a forum, whose answers are not the story",
    `<main><div class="thread">${h1}<div class="post-body">${p(a, b, c)}</div></div><div class="comments"><div class="comment">${p("I was there, and it was very loud, and my dog has been hiding ever since.")}</div><div class="comment">${p("Who pays for all that? We have had no doctor in the valley for a year now.")}</div></div></main>`,
    normal(a, b, c),
  ],
  [
    "a picture with a caption between paragraphs",
    `<article>${h1}${p(a)}<figure><img src="/b.jpg"><figcaption>The bell on its way up. Photo: Ada Moss</figcaption></figure>${p(b)}</article>`,
    [...normal(a), "[picture 0]", ...normal(b)],
  ],
];

test.each(kinds)("parseHtmlPage() reads %s", (_, body, expected) => {
  const parsed = parseHtmlPage(page(body), "https://valley.example/bells");
  if (parsed.kind !== "story") throw new Error(parsed.problem.message);
  const { headline, blocks } = parsed.story;
  expect([headline, ...blocks.map(lineOf)]).toEqual(["Fourth bell is back", ...expected]);
});
