import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nitfParser } from "../../../../importer/parse/formats/nitf/nitf-parser.ts";
import { nitfForms } from "../../../../importer/parse/nitf/nitf-forms.ts";
import { parseFixture } from "../../../support/format-fixtures.ts";
import { lineOf } from "../../../support/outline.ts";

function storyOf(content: string) {
  const [story] = parseFixture(
    nitfParser,
    `<nitf><body><body.head><hedline><hl1>Quay &amp; boats, 10<sup>6</sup></hl1></hedline></body.head><body.content>${content}</body.content></body></nitf>`,
  ).stories;
  if (story === undefined) throw new Error("no story");
  return story;
}
const outline = (content: string): string[] => storyOf(content).blocks.map(lineOf);
const word = (name: string): readonly [string, readonly string[]] => [
  `<p>At <${name}>noon</${name}> today</p>`,
  ["normal: At noon today"],
];
const line = (name: string): readonly [string, readonly string[]] => [
  `<p>A.</p><${name}>B.</${name}>`,
  ["normal: A.", "normal: B."],
];
const part = (name: string): readonly [string, readonly string[]] => [
  `<postaddr><${name}>Quay 1</${name}>Lyon</postaddr>`,
  ["normal: Quay 1\nLyon"],
];
const cells = "<tr><td>Mon</td><td>9</td></tr><tr><td>Tue</td><td>10</td></tr>";
const rows = "Mon | 9 / Tue | 10";

/** Each element, an example of it, and what comes out. */
const examples: Readonly<Record<string, readonly [content: string, outline: readonly string[]]>> = {
  ...Object.fromEntries(
    (
      "chron copyrite.year copyrite.holder event function location sublocation city state region country money num " +
      "object.title org person name.given name.family virtloc lang pronounce classifier story.date span"
    )
      .split(" ")
      .map((name) => [name, word(name)]),
  ),
  "alt-code": [`<p><org>Reuters<alt-code idsrc="x" value="RTR"/></org> says</p>`, ["normal: Reuters says"]],
  frac: [
    `<p><num>1<frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>2</frac-den></frac></num> miles</p>`,
    ["normal: 1 1/2 miles"],
  ],
  "frac-num": [`<p><frac><frac-num>3</frac-num><frac-den>4</frac-den></frac> mile</p>`, ["normal: 3/4 mile"]],
  "frac-sep": [`<p><frac-sep>/</frac-sep></p>`, ["normal: /"]],
  "frac-den": [`<p>a <frac><frac-num>1</frac-num><frac-den>3</frac-den></frac></p>`, ["normal: a 1/3"]],
  sub: [`<p>H<sub>2</sub>O</p>`, ["normal: H~2~O"]],
  sup: [`<p><num>10<sup>6</sup></num> people</p>`, ["normal: 10^6^ people"]],
  em: [`<p><em>So</em>, <em class="bold">now</em>.</p>`, ["normal: _So_, **now**."]],
  i: [`<p><i>So</i> it is.</p>`, ["normal: _So_ it is."]],
  b: [`<p><b>So</b> it is.</p>`, ["normal: **So** it is."]],
  strong: [`<p><strong>So</strong> it is.</p>`, ["normal: **So** it is."]],
  a: [`<p><a href="https://x.example/">X</a></p>`, ["normal: [X](https://x.example/)"]],
  q: [`<p>She said <q>no</q> and <q>"yes"</q>.</p>`, [`normal: She said “no” and "yes".`]],
  br: [`<p>Rue<br/>Lyon</p>`, ["normal: Rue\nLyon"]],
  hr: [`<p>A.</p><hr/><p>B.</p>`, ["normal: A.", "normal: B."]],
  p: [`<p>A.</p>`, ["normal: A."]],
  div: [`<div>A.</div>`, ["normal: A."]],
  block: [`<block><p>A.</p></block>`, ["normal: A."]],
  "body.content": [`<fn><body.content><p>A.</p></body.content></fn>`, ["normal: A."]],
  hl1: [`<hl1>A</hl1>`, ["h2: A"]],
  hl2: [`<p>A.</p><hl2>B</hl2><p>C.</p>`, ["normal: A.", "h2: B", "normal: C."]],
  h1: [`<h1>A</h1>`, ["h2: A"]],
  h2: [`<h2>A</h2>`, ["h2: A"]],
  h3: [`<h3>A</h3>`, ["h3: A"]],
  h4: [`<h4>A</h4>`, ["h3: A"]],
  bq: [`<bq><block><p>A.</p></block><credit>B</credit></bq>`, ["blockquote: A.", "blockquote: B"]],
  blockquote: [`<blockquote>A.</blockquote>`, ["blockquote: A."]],
  ol: [`<ol><li>A</li></ol>`, ["number 1: A"]],
  ul: [`<ul><li>A</li></ul>`, ["bullet 1: A"]],
  li: [`<ul><li>A<ul><li>B</li></ul></li></ul>`, ["bullet 1: A", "bullet 2: B"]],
  dl: [`<dl><dt>Q</dt><dd>A.</dd></dl>`, ["normal: Q", "normal: A."]],
  dt: [`<dl><dt>A</dt></dl>`, ["normal: A"]],
  dd: [`<dl><dd>A</dd></dl>`, ["normal: A"]],
  pre: [`<pre>one\ntwo</pre>`, ["normal: one\ntwo"]],
  table: [`<table>${cells}</table>`, [`[table ${rows}]`]],
  caption: [`<table><caption>Hours</caption>${cells}</table>`, [`[table Hours / ${rows}]`]],
  thead: [`<table><thead><tr><th>A</th><th>B</th></tr></thead>${cells}</table>`, [`[table A | B / ${rows}]`]],
  tbody: [`<table><tbody>${cells}</tbody></table>`, [`[table ${rows}]`]],
  tfoot: [
    `<table><tfoot><tr><td>All</td><td>19</td></tr></tfoot><tbody>${cells}</tbody></table>`,
    [`[table ${rows} / All | 19]`],
  ],
  tr: [`<table><tr><td>A</td><td>B</td></tr></table>`, ["normal: A | B"]],
  td: [`<table><tr><td colspan="2">A</td></tr>${cells}</table>`, [`[table A |  / ${rows}]`]],
  th: [
    `<table><tr><th rowspan="2">A</th><td>1</td></tr><tr><td>2</td></tr></table>`,
    ["[table A | 1 /  | 2]"],
  ],
  "nitf-table": [`<nitf-table><table>${cells}</table></nitf-table>`, [`[table ${rows}]`]],
  "nitf-table-summary": [
    `<nitf-table><nitf-table-summary>Hours</nitf-table-summary><table>${cells}</table></nitf-table>`,
    ["normal: Hours", `[table ${rows}]`],
  ],
  "nitf-table-metadata": [`<nitf-table-metadata><nitf-col value="x">x</nitf-col></nitf-table-metadata>`, []],
  "nitf-colgroup": [`<nitf-colgroup>x</nitf-colgroup>`, []],
  "nitf-col": [`<nitf-col>x</nitf-col>`, []],
  colgroup: [`<table><colgroup>x</colgroup>${cells}</table>`, [`[table ${rows}]`]],
  col: [`<table><col/>${cells}</table>`, [`[table ${rows}]`]],
  "custom-table": [`<custom-table><x>A</x> <x>B</x></custom-table>`, ["normal: A B"]],
  ...Object.fromEntries(
    [
      "credit",
      "datasource",
      "byline",
      "dateline",
      "tagline",
      "copyrite",
      "abstract",
      "distributor",
      "bibliography",
    ].map((name) => [name, line(name)]),
  ),
  postaddr: [`<postaddr><addressee>A</addressee><postcode>B</postcode></postaddr>`, ["normal: A\nB"]],
  ...Object.fromEntries(
    ["addressee", "delivery.point", "postcode", "delivery.office", "care.of"].map((name) => [
      name,
      part(name),
    ]),
  ),
  byttl: [`<byline>Ada Kern <byttl>Writer</byttl></byline>`, ["normal: Ada Kern Writer"]],
  media: [
    `<p>A. <media media-type="image"><media-reference source="a.jpg"/></media>B.</p>
     <media media-type="video"><media-reference source="https://v.example/1.mp4"/><media-caption>C</media-caption></media>
     <media media-type="audio"><media-reference source="a.mp3"/></media>`,
    ["normal: A. B.", "[picture 0]", "[embed https://v.example/1.mp4 · C]"],
  ],
  fn: [`<p>A<fn><body.content><p>B.</p></body.content></fn> is.</p>`, ["normal: A is.", "normal: B."]],
  note: [
    `<p>A.</p><note notetype="pa"><body.content><p>B.</p></body.content></note><note noteclass="editorsnote"><body.content><p>C.</p></body.content></note>`,
    ["normal: A.", "normal: B."],
  ],
  script: [`<script>x</script>`, []],
  style: [`<style>x</style>`, []],
};

test("every element in NITF's list has an example, and no other", () => {
  expect(Object.keys(examples).toSorted()).toEqual([...nitfForms.keys()].toSorted());
});

test.each(Object.entries(examples))("NITF: %s is read as the list says", (_, [content, expected]) => {
  expect(outline(`<p>First.</p>${content}`).slice(1)).toEqual(expected);
});

test("NITF: the words of an element that it does not have stay", () => {
  expect(outline("<p>A <x.word>B</x.word>.</p>")).toEqual(["normal: A B."]);
});

test("NITF: a raised figure in a headline is not joined to the number before it", () => {
  expect(storyOf("").headline).toBe("Quay & boats, 10⁶");
});

test.each([
  [`notetype="editorsnote"`, "Adds detail."],
  [`noteType="npa"`, "Adds detail."],
  [`noteclass="cpyrt"`, "Adds detail."],
  ["", "Adds detail."],
  [`notetype="pa"`, undefined],
  [`noteclass="trivia"`, undefined],
])("NITF: a note with %j is for editors: %j", (attributes, edNote) => {
  const note = `<note ${attributes}><body.content><p>Adds detail.</p></body.content></note>`;
  for (const content of [`<p>A.</p>${note}`, `<block><p>A.</p>${note}</block>`]) {
    const story = storyOf(content);
    expect(story.edNote).toBe(edNote);
    expect(story.blocks.map(lineOf)).toEqual(["normal: A.", ...(edNote ? [] : ["normal: Adds detail."])]);
  }
});

test("NITF: a lead is told once, and what is for editors goes to them", async () => {
  const text = await readFile(join(import.meta.dirname, "fixtures/nitf-lead-table.xml"), "latin1");
  const [story] = parseFixture(nitfParser, text).stories;
  expect(story).toMatchObject({
    headline: "Board votes to rebuild quay",
    subHeadline: "Six to five",
    publishedAt: "2026-11-02T10:00:00+01:00",
    edNote: "Editors: adds detail.",
    sourceLine: "Ada Kern reports for HP",
  });
  expect(story?.summary).toBeUndefined();
  expect(story?.evidence.map(({ path }) => path)).not.toContain("summary");
  expect(story?.blocks.map((block) => lineOf(block).slice(0, 40))).toEqual([
    "normal: Short: the quay will be rebuilt.",
    "normal: The harbour board voted on Monda",
    "[picture 0]",
    "normal: Work is to begin in the autumn, ",
  ]);
});
