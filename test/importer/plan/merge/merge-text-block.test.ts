import { expect, test } from "vitest";
import { alignKeys } from "../../../../importer/plan/align/align-keys.ts";
import { mergeDocument } from "../../../../importer/plan/merge/merge-document.ts";
import { valueAt } from "../../../../schemas/index.ts";

const textOf = (article: unknown): string => {
  const children = valueAt(article, ["body", 0, "children"]);
  return Array.isArray(children) ? children.map((child: unknown) => valueAt(child, "text")).join("") : "";
};

const span = (text: string, more: object = {}) => ({ _type: "span", _key: "s", text, marks: [], ...more });
const block = (children: readonly object[], more: object = {}) => ({
  _type: "block",
  _key: "p",
  style: "normal",
  markDefs: [],
  children,
  ...more,
});
const articleOf = (language: string, ...body: readonly object[]) => ({
  _id: "article-1",
  _type: "article",
  language,
  body,
});
type Article = ReturnType<typeof articleOf>;

const merge = (base: Article, current: Article, incoming: Article) =>
  mergeDocument(base, current, alignKeys(base, incoming));

interface SentenceCase {
  readonly name: string;
  readonly language: string;
  readonly base: string;
  readonly editor: string;
  readonly source: string;
  readonly becomes: string;
  readonly isSuggested?: true;
}

const sentenceCases: readonly SentenceCase[] = [
  {
    name: "neighbouring sentences merge",
    language: "en",
    base: "Rain fell on Monday. The bridge is shut.",
    editor: "Rain fell on Sunday. The bridge is shut.",
    source: "Rain fell on Monday. The bridge is open.",
    becomes: "Rain fell on Sunday. The bridge is open.",
  },
  {
    name: "different words of one sentence are never joined",
    language: "en",
    base: "Four people died in the northern valley.",
    editor: "Five people died in the northern valley.",
    source: "Four people were hurt in the northern valley.",
    becomes: "Five people died in the northern valley.",
    isSuggested: true,
  },
  {
    name: "an abbreviation ends no sentence",
    language: "en",
    base: "The minister met Mr. Smith in the morning.",
    editor: "The new minister met Mr. Smith in the morning.",
    source: "The minister met Mr. Jones in the morning.",
    becomes: "The new minister met Mr. Smith in the morning.",
    isSuggested: true,
  },
  {
    name: "a sentence added behind and one changed before",
    language: "en",
    base: "Rain fell. The bridge is shut.",
    editor: "Rain fell. The bridge is shut. We were there.",
    source: "Rain fell. The bridge is open.",
    becomes: "Rain fell. The bridge is open. We were there.",
  },
  {
    name: "two sentences added at one place are a question",
    language: "en",
    base: "Rain fell.",
    editor: "Rain fell. We were there.",
    source: "Rain fell. Nobody was hurt.",
    becomes: "Rain fell. We were there.",
    isSuggested: true,
  },
  {
    name: "a sentence that an editor deleted and the source changed stays deleted",
    language: "en",
    base: "Rain fell. The bridge is shut.",
    editor: "Rain fell.",
    source: "Rain fell. The bridge is open.",
    becomes: "Rain fell.",
    isSuggested: true,
  },
  {
    name: "where a sentence ends depends on both sides",
    language: "en",
    base: "It cost much! Be patient.",
    editor: "It cost etc. Be patient.",
    source: "It cost much! be patient.",
    becomes: "It cost etc. Be patient.",
    isSuggested: true,
  },
  {
    name: "Japanese has no spaces",
    language: "ja",
    base: "雨が降った。橋は閉まった。",
    editor: "雪が降った。橋は閉まった。",
    source: "雨が降った。橋は開いた。",
    becomes: "雪が降った。橋は開いた。",
  },
  {
    name: "Hindi ends sentences with a danda",
    language: "hi",
    base: "बारिश हुई। पुल बंद है।",
    editor: "बर्फ हुई। पुल बंद है।",
    source: "बारिश हुई। पुल खुला है।",
    becomes: "बर्फ हुई। पुल खुला है।",
  },
  {
    name: "Amharic has full stops of its own",
    language: "am",
    base: "ዝናብ ዘነበ። ድልድዩ ተዘግቷል።",
    editor: "በረዶ ዘነበ። ድልድዩ ተዘግቷል።",
    source: "ዝናብ ዘነበ። ድልድዩ ተከፍቷል።",
    becomes: "በረዶ ዘነበ። ድልድዩ ተከፍቷል።",
  },
  {
    name: "an Arabic question is a sentence",
    language: "ar",
    base: "هل وصلت القافلة؟ أغلق الجسر.",
    editor: "هل غادرت القافلة؟ أغلق الجسر.",
    source: "هل وصلت القافلة؟ افتتح الجسر.",
    becomes: "هل غادرت القافلة؟ افتتح الجسر.",
  },
  {
    name: "a language that nobody knows",
    language: "not a language",
    base: "One is here. Two is there.",
    editor: "One was here. Two is there.",
    source: "One is here. Two was there.",
    becomes: "One was here. Two was there.",
  },
];

test.each(sentenceCases)(
  "mergeDocument() merges paragraphs by sentences: $name",
  ({ language, base, editor, source, becomes, isSuggested = false }) => {
    const saying = (text: string): Article => articleOf(language, block([span(text)]));
    const { content, conflicts } = merge(saying(base), saying(editor), saying(source));
    expect(textOf(content)).toBe(becomes);
    const suggested = conflicts.map(({ path, incoming }) => [path, textOf({ body: [incoming] })]);
    expect(suggested).toEqual(isSuggested ? [['body[_key=="p"]', source]] : []);
  },
);

test("mergeDocument() brings an editor's bold type and link together with the source's new words", () => {
  const base = articleOf("en", block([span("The old bridge in Ayn is shut.")]));
  const current = articleOf(
    "en",
    block(
      [
        span("The old "),
        span("bridge", { _key: "t", marks: ["strong", "l"] }),
        span(" in Ayn is shut.", { _key: "u" }),
      ],
      { markDefs: [{ _type: "link", _key: "l", href: "https://example.org/" }] },
    ),
  );
  const incoming = articleOf("en", block([span("The old bridge in Ayn is open.")]));
  const { content, conflicts } = merge(base, current, incoming);
  expect(conflicts).toEqual([]);
  expect(valueAt(content, ["body", 0, "children"])).toMatchObject([
    { text: "The old ", marks: [] },
    { text: "bridge", marks: ["strong", "l"] },
    { text: " in Ayn is open.", marks: [] },
  ]);
});

test("mergeDocument() carries along what a newsroom has added, at every depth", () => {
  const link = { _type: "link", _key: "l", href: "https://example.org/" };
  const base = articleOf(
    "en",
    block([span("Rain fell. ", { marks: ["l"] }), span("The bridge is shut.", { _key: "t" })], {
      markDefs: [link],
    }),
    { _type: "figure", _key: "f", image: { _type: "reference", _ref: "newsimage-1" } },
  );
  const current = {
    ...articleOf(
      "en",
      block(
        [
          span("Rain fell. ", { marks: ["l", "n"], heat: 1 }),
          span("The bridge is shut.", { _key: "t", heat: { of: [2] } }),
          { _type: "footnote", _key: "o", text: [{ _type: "note", _key: "x" }] },
        ],
        {
          markDefs: [
            { ...link, newTab: true },
            { _type: "glossary", _key: "n", term: { _ref: "term-1" } },
          ],
          pinned: true,
          desk: { name: "night", shifts: [{ _key: "a", from: 22 }] },
        },
      ),
      {
        _type: "figure",
        _key: "f",
        image: { _type: "reference", _ref: "newsimage-1", crop: "tight" },
        floats: { to: "left" },
      },
      { _type: "poll", _key: "q", answers: [{ _key: "y", _type: "answer", votes: 3 }] },
    ),
    desk: { name: "night" },
  };
  const incoming = articleOf(
    "en",
    block([span("Rain fell. ", { marks: ["l"] }), span("The bridge is open.", { _key: "t" })], {
      markDefs: [link],
    }),
    { _type: "figure", _key: "f", image: { _type: "reference", _ref: "newsimage-2" } },
  );
  const { content, conflicts } = merge(base, current, incoming);
  expect(conflicts).toEqual([]);
  const [paragraph, figure, poll] = current.body;
  const expected = JSON.parse(JSON.stringify(paragraph).replace("is shut", "is open"));
  expect(content).toEqual({
    language: "en",
    desk: current.desk,
    body: [expected, { ...figure, image: { _type: "reference", _ref: "newsimage-2", crop: "tight" } }, poll],
  });
});

test("mergeDocument() lets an editor's spans be where the source says nothing new", () => {
  const base = articleOf("en", block([span("Rain fell. The bridge is shut.")]));
  const current = articleOf("en", block([span("Snow "), span("fell. The bridge is shut.", { _key: "t" })]));
  const incoming = articleOf("en", block([span("Hail fell. The bridge is shut.")]));
  const { content, conflicts } = merge(base, current, incoming);
  expect(content["body"]).toEqual(current.body);
  expect(conflicts).toMatchObject([{ path: 'body[_key=="p"]', current: current.body[0] }]);
});
