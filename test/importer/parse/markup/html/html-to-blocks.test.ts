import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { htmlToBlocks } from "../../../../../importer/parse/markup/html/html-to-blocks.ts";
import { lineOf, outline, page } from "../../../../support/outline.ts";
import { cpuMsOf } from "../../../../support/cpu-time.ts";

describe("htmlToBlocks()", () => {
  test("keeps emphasis, links, lists, quotations and sub-headings", () => {
    expect(
      outline(`<h1>Bridge</h1><p>It <b>was</b> <a href="../q?x=1">lo<i>ng</i></a>,\n  too &amp; wide.</p>
        <ul><li>one<ol><li>deep</ol><li>two</ul><blockquote><p>Said she.</p></blockquote><h4>Later</h4><p>End.`),
    ).toEqual([
      "h2: Bridge",
      "normal: It **was** [lo](https://news.example/2026/q?x=1)[_ng_](https://news.example/2026/q?x=1), too & wide.",
      "bullet 1: one",
      "number 2: deep",
      "bullet 1: two",
      "blockquote: Said she.",
      "h3: Later",
      "normal: End.",
    ]);
  });

  test("parts a text at two line breaks, and at one after a whole sentence", () => {
    const long = "The ferry left the island an hour late because of the fog over the strait.";
    expect(outline(`${long}<br>${long}<br><br>Rue des Lilas<br>Lyon`)).toEqual([
      `normal: ${long}`,
      `normal: ${long}`,
      "normal: Rue des Lilas\nLyon",
    ]);
  });

  test("makes a sub-heading of a bold line before a paragraph, and of no other bold text", () => {
    expect(
      outline(
        `<p><b>Nobody was hurt.</b></p><p><strong>What comes next</strong></p><p>More text.</p><p><b>End</b></p>`,
      ),
    ).toEqual([
      "normal: **Nobody was hurt.**",
      "h2: What comes next",
      "normal: More text.",
      "normal: **End**",
    ]);
  });

  test("reads a late picture once, with its alternative text, caption and credit", () => {
    const { blocks, pictures } = htmlToBlocks(
      `<p>Before.</p><figure><img src="data:image/gif;base64,R0lGOD" data-src="/i/dam.jpg" alt="The dam from above">
       <noscript><img src="/i/dam.jpg?w=90" alt=""></noscript>
       <figcaption>The dam in spring. <span class="credit">Photo: Ana Lima / AFP</span></figcaption></figure>`,
      page,
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(["text", "picture"]);
    expect(pictures).toEqual([
      {
        url: "https://news.example/i/dam.jpg",
        altTexts: [{ text: "The dam from above" }],
        captions: [{ text: "The dam in spring." }],
        creditLine: "Ana Lima / AFP",
        sources: ["AFP"],
        people: ["Ana Lima"],
      },
    ]);
  });

  test("takes the largest picture of a source set, whatever commas its addresses have", () => {
    const { pictures } = htmlToBlocks(
      `<picture><source srcset="/c/w_300,q_80/a.webp 300w, /c/w_900,q_80/a.webp 900w"><img src="/a.jpg"></picture>`,
      page,
    );
    expect(pictures.map(({ url }) => url)).toEqual(["https://news.example/c/w_900,q_80/a.webp"]);
  });

  test("finds captions below pictures, in divs and in italics", () => {
    const { blocks, pictures } = htmlToBlocks(
      `<div class="wp-caption"><img src="/1.jpg"><p class="wp-caption-text">A bridge in Rome (Reuters)</p></div>
       <p>Text.</p><p><img src="/2.jpg"></p><p><em>The mayor (left) and his deputy</em></p><p>Text.</p>
       <p><img src="/3.jpg"></p><p>Workers leave the yard. REUTERS/Jane Doe</p><p>Text.</p>`,
      page,
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(["picture", "text", "picture", "text", "picture", "text"]);
    expect(pictures.map(({ captions, creditLine }) => [captions[0]?.text, creditLine])).toEqual([
      ["A bridge in Rome", "Reuters"],
      ["The mayor (left) and his deputy", undefined],
      ["Workers leave the yard.", "REUTERS/Jane Doe"],
    ]);
  });

  test("gives what is called a caption to the picture above it, and keeps it as text without one", () => {
    const caption = `<p class="photo-caption">The yard at noon. Photo: Ana Lima</p>`;
    const { blocks, pictures } = htmlToBlocks(
      `<p>Text.</p>${caption}<img src="/1.jpg">${caption}<p>Text.</p>`,
      page,
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(["text", "text", "picture", "text"]);
    expect(pictures).toMatchObject([{ captions: [{ text: "The yard at noon." }], people: ["Ana Lima"] }]);
  });

  test("reads a page that is one form, and leaves out forms to fill in", () => {
    const long = "The council will vote in July, and until then the clock will be stopped at night. "
      .repeat(6)
      .trim();
    expect(outline(`<form><p>${long}</p><form><p>Sign up</p><input></form></form>`)[0]).toBe(
      `normal: ${long}`,
    );
    expect(outline(`<p>A</p><form><p>Sign up</p><input></form>`)).toEqual(["normal: A"]);
  });

  test("names pictures beside the input where there is no address to start from", () => {
    const { pictures } = htmlToBlocks(
      `<img src="./img/a%20b.jpg?v=2"><img src="file:///x.jpg"><img src="../up.jpg">`,
    );
    expect(pictures.map(({ file }) => file)).toEqual(["img/a b.jpg", "../up.jpg"]);
    // The address of a page that is not told leads nowhere: the picture is known, and missing.
    expect(htmlToBlocks(`<img src="/pictures/a.jpg" alt="A">`).pictures).toEqual([
      { altTexts: [{ text: "A" }], captions: [], sources: [], people: [] },
    ]);
  });

  test("leaves out counters, logos and what readers do not see", () => {
    expect(
      outline(`<img src="/c.gif" width="1" height="1"><img class="site-logo" src="/l.png"><p hidden>No.</p>
        <p style="display: none">No.</p><span class="sr-only">No.</span><p>Yes.</p>`),
    ).toEqual(["normal: Yes."]);
  });

  test("lets nothing active survive", () => {
    const { blocks, pictures } = htmlToBlocks(
      `<p onclick="evil()">A<script>evil()</script><style>b{}</style></p><iframe src="https://e.example">B</iframe>
       <p><a href="java&#10;script:evil()">C</a><a href="data:text/html,evil">D</a><a href="vbscript:evil">E</a></p>
       <img src="javascript:evil()"><img src="data:image/svg+xml,<svg onload=evil()>"><svg><script>evil()</script>
       <a href="#">evil</a></svg><object data="javascript:evil()">evil</object><form><input value="evil"><button>evil</button></form>
       <p>&lt;script&gt;F&lt;/script&gt;</p>`,
      page,
    );
    // Of a frame its address is left, which readers may follow.
    expect(blocks.map(lineOf)).toEqual([
      "normal: A",
      "[embed https://e.example/ · B]",
      "normal: CDE",
      "normal: <script>F</script>",
    ]);
    expect(pictures).toEqual([]);
  });

  test("refuses elements that nest without end, and says so", () => {
    for (const html of [
      "<div>".repeat(100_000),
      "<svg>".repeat(100_000),
      "<b>x".repeat(100_000) + "</i>".repeat(9),
    ]) {
      expect(htmlToBlocks(html)).toMatchObject({ blocks: [], problems: [{ code: "too-deep" }] });
    }
  });

  test.each([
    ["attributes without end", `<a ${Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(" ")}>x`],
    ["a huge attribute", `<a title="${"x".repeat(5_000_000)}">x`],
    ["a source set of nothing", `<img srcset="${"a ".repeat(9_000)}">x`],
    ["ampersands", "&".repeat(1_000_000) + "x"],
    ["entities of entities", "&amp;amp;lt;".repeat(200_000) + "x"],
    ["comments that never end", "x" + "<!--".repeat(500_000)],
    ["brackets", "x" + "<".repeat(1_000_000)],
    ["line breaks", "x" + "<br>".repeat(200_000)],
    ["end tags of nothing", "x" + "</p></b></table>".repeat(100_000)],
    ["figures in figures", `${"<figure class=image>".repeat(400)}${"<img src=a.jpg>".repeat(2_000)}x`],
    ["rows", `<table>${"<tr><td>a</td><td>b</td></tr>".repeat(60_000)}</table>x`],
    ["columns", `<table>${`<tr>${"<td colspan=1000>a</td>".repeat(150)}</tr>`.repeat(100)}</table>x`],
    ["tables in tables", `${"<table><tr><td>a<td>b".repeat(160)}x`],
    ["objects in objects", `${"<object data=/a>a".repeat(400)}x`],
    ["posts in posts", `${`<blockquote class=twitter-tweet cite=https://x.com/a>a`.repeat(400)}x`],
    ["formulas in formulas", `<math>${"<msup><mi>a</mi>".repeat(400)}</math>x`],
    ["quotations in quotations", `${"<q>a".repeat(500)}x`],
    ["drawings", `${"<svg><text>a</text></svg>".repeat(50_000)}x`],
    ["blanks", `${" \n".repeat(1_000_000)}x`],
    ["nulls", "\0".repeat(1_000_000) + "x"],
  ])("reads %s within a few seconds", (_, html) => {
    const read = (): void => expect(htmlToBlocks(html, page).blocks.length).toBeGreaterThan(0);
    expect(cpuMsOf(read)).toBeLessThan(8_000);
  });

  test("reads any text without an error, and gives no empty span and no address of another kind", () => {
    const piece = fc.constantFrom(
      ...'<p> </p> <b> <a href=/x> </a> <li> <ul> <table> <tr> <figure> <img src=a.jpg> <figcaption> <br> <svg> &nbsp; & \0 < > " <!-- --> <h2>'.split(
        " ",
      ),
    );
    const html = fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 40 });
    fc.assert(
      fc.property(html, (pieces) => {
        const { blocks, pictures } = htmlToBlocks(pieces.join(""), page);
        for (const block of blocks) {
          if (block.kind === "picture") expect(pictures[block.picture]).toBeDefined();
          else if (block.kind === "embed") expect(block.url).toMatch(/^https?:/);
          else if (block.kind === "table") {
            const [first] = block.rows;
            for (const cells of block.rows) expect(cells).toHaveLength(first?.length ?? 0);
          } else {
            expect(block.spans.length).toBeGreaterThan(0);
            for (const { text, href } of block.spans) {
              expect(text).not.toBe("");
              expect(text).toBe(text.normalize("NFC"));
              if (href !== undefined) expect(href).toMatch(/^(?:https?|mailto):/);
            }
          }
        }
      }),
    );
  });
});
