import { expect, test } from "vitest";
import { portableForms } from "../../../../importer/parse/mapping/portable-text-forms.ts";
import { portableTextBody } from "../../../../importer/parse/mapping/portable-text-body.ts";
import { lineOf } from "../../../support/outline.ts";

const span = (text: string, ...marks: string[]) => ({ _type: "span", text, marks });
const block = (...children: object[]) => ({ _type: "block", style: "normal", children });
const outline = (...blocks: unknown[]): string[] =>
  portableTextBody(blocks, "https://news.example/1").blocks.map(lineOf);
const video = "https://video.example/1";

/** Objects as newsrooms and plug-ins write them, and what comes out; every row of the list has one. */
const objects: readonly (readonly [
  name: string,
  object: Readonly<Record<string, unknown>> & { _type: string },
  outline: readonly string[],
])[] = [
  ["a line between paragraphs", { _type: "break", style: "lineBreak" }, []],
  ["an advertisement", { _type: "adSlot", text: "Buy" }, []],
  ["a form", { _type: "newsletterSignup", title: "Sign up" }, []],
  ["a reference", { _type: "reference", _ref: "x", title: "See also" }, []],
  [
    "a gallery",
    {
      _type: "gallery",
      images: [{ asset: { url: "https://x.example/1.jpg" } }, { url: "https://x.example/2.jpg" }],
    },
    ["[picture 0]", "[picture 1]"],
  ],
  ["a picture", { _type: "mainImage", asset: { url: "https://x.example/1.jpg" }, alt: "A" }, ["[picture 0]"]],
  [
    "a table of @sanity/table",
    {
      _type: "table",
      rows: [
        { _type: "tableRow", _key: "a", cells: ["Day", "Hours"] },
        { _type: "tableRow", cells: ["Mon"] },
      ],
    },
    ["[table Day | Hours / Mon | ]"],
  ],
  [
    "a table of Copydesk",
    {
      _type: "table",
      caption: "Hours",
      hasHeaderRow: true,
      rows: [{ _type: "tableRow", cells: ["A", "10⁶"] }],
    },
    ["[table Hours / A | 10⁶]"],
  ],
  [
    "a table with lists, numbers and text in its cells",
    {
      _type: "dataTable",
      table: {
        rows: [
          ["Mon", 9],
          [{ text: "Tue" }, [block(span("10"), span("6", "sup"))]],
        ],
      },
    },
    ["[table Mon | 9 / Tue | 10⁶]"],
  ],
  ["code", { _type: "code", language: "js", code: "let a;\nlet b;" }, ["normal: let a;\nlet b;"]],
  [
    "HTML",
    { _type: "htmlEmbed", html: `<p>A<script>x</script></p><iframe src="${video}"></iframe>` },
    ["normal: A", `[embed ${video}]`],
  ],
  ["a video", { _type: "youtube", url: "https://youtu.be/a1" }, ["[embed https://youtu.be/a1]"]],
  [
    "a video by its number",
    { _type: "youtube", videoId: "a1" },
    ["[embed https://www.youtube.com/watch?v=a1]"],
  ],
  ["a post by its number", { _type: "tweet", id: "5" }, ["[embed https://twitter.com/i/status/5]"]],
  [
    "an embed of Copydesk",
    { _type: "embed", url: video, provider: "V", title: "A film", text: "Boats" },
    [`[embed ${video} · A film · Boats]`],
  ],
  ["an embed as HTML", { _type: "embed", code: `<iframe src='${video}'></iframe>` }, [`[embed ${video}]`]],
  [
    "an embed with a script for an address",
    { _type: "embed", url: "javascript:evil()", caption: "Words" },
    ["normal: Words"],
  ],
  [
    "a quotation",
    { _type: "pullQuote", quote: "No.", author: "The mayor" },
    ["blockquote: No.", "blockquote: The mayor"],
  ],
  [
    "an object of an unknown type",
    {
      _type: "factBox",
      title: "In short",
      tone: "warm",
      body: [block(span("The quay "), span("opens", "strong"))],
      items: ["One boat", { text: "Two boats" }],
    },
    ["normal: In short", "normal: The quay **opens**", "normal: One boat", "normal: Two boats"],
  ],
];

test("every row of the list has an example, and an unknown type has one, too", () => {
  const used = new Set(objects.map(([, { _type }]) => portableForms.find(({ types }) => types.test(_type))));
  expect(used).toEqual(new Set([...portableForms, undefined]));
});

test.each(objects)("portableTextBody() reads %s", (_, object, expected) => {
  expect(outline(object)).toEqual(expected);
});

test("portableTextBody() counts objects without anything to keep", () => {
  const { blocks, problems } = portableTextBody([
    { _type: "poll", question: "?" },
    1,
    { _type: "cta", text: "x" },
  ]);
  expect(blocks).toEqual([]);
  expect(problems).toMatchObject([{ code: "unsupported-item", message: expect.stringContaining(": 3") }]);
});

test.each([
  ["sub", "normal: ~x~"],
  ["subscript", "normal: ~x~"],
  ["sup", "normal: ^x^"],
  ["b", "normal: **x**"],
  ["italic", "normal: _x_"],
  ["underline", "normal: x"],
  ["code", "normal: x"],
  ["highlight", "normal: x"],
])("portableTextBody() reads the mark %s", (mark, line) => {
  expect(outline(block(span("x", mark)))).toEqual([line]);
});

test("portableTextBody() leaves out what is struck out, as HTML's reader does", () => {
  expect(outline(block(span("Dead: "), span("five", "strike-through"), span("six")))).toEqual([
    "normal: Dead: six",
  ]);
});

test("portableTextBody() keeps objects within a line, and the notes that its words lead to", () => {
  const note = { _key: "n", _type: "footnote", text: [block(span("A note."))] };
  const line = {
    ...block(
      span("The quay", "n"),
      { _type: "hardBreak" },
      { _type: "mention", name: "Ada" },
      { _type: "inlineImage", asset: { url: "https://x.example/1.jpg" } },
      span("."),
    ),
    markDefs: [note],
  };
  expect(outline(line)).toEqual(["normal: The quay\nAda.", "normal: A note.", "[picture 0]"]);
});

test("portableTextBody() reads objects nested without end", () => {
  let object: object = { text: "deep" };
  for (let depth = 0; depth < 5_000; depth += 1) object = { inner: object, children: [object] };
  let blocks: object[] = [block(span("deep"))];
  for (let depth = 0; depth < 5_000; depth += 1)
    blocks = [{ _type: "box", body: [block(span("A")), ...blocks] }];
  expect(outline({ _type: "box", ...object }).length).toBeLessThan(200);
  expect(outline(...blocks).length).toBeLessThan(200);
});
