import { expect, test } from "vitest";
import type { ParsedBlock, ParsedPicture, ParsedStory } from "../../../importer/parse/parsed-story.ts";
import { toDocuments } from "../../../importer/transform/to-documents.ts";

const minimal: ParsedStory = {
  headline: "Bridge closed",
  creators: [],
  blocks: [],
  pictures: [],
  infoSources: [],
  language: "en",
  keywords: [],
  evidence: [],
  pieces: [],
  problems: [],
};

function made(story: Partial<ParsedStory>, input = "story.html") {
  const origin = { input, identity: { kind: "path", value: input } } as const;
  const wanted = toDocuments({ kind: "text", origin, text: "", contentHash: "" }, { ...minimal, ...story });
  if (wanted.kind === "rejected") throw new Error(JSON.stringify(wanted.problems));
  const article = wanted.documents.find((document) => document._type === "article");
  const images = wanted.documents.filter((document) => document._type === "newsImage");
  return { article, images, problems: wanted.problems };
}

const text = (spans: Extract<ParsedBlock, { kind: "text" }>["spans"]): ParsedBlock => ({
  kind: "text",
  style: "normal",
  spans,
});

const picture: ParsedPicture = { altTexts: [], captions: [], sources: [], people: [] };

test("toDocuments() keeps emphasis and links, one definition an address", () => {
  const href = "https://example.org/plan";
  const { article } = made({
    blocks: [
      text([
        { text: "The " },
        { text: "plan", strong: true, href },
        { text: " and the " },
        { text: "map", href },
        { text: " are", em: true },
        { text: " out", em: true },
      ]),
    ],
  });
  const [block] = article?.body ?? [];
  if (block?._type !== "block") throw new Error("no block");
  const link = block.markDefs?.[0]?._key;
  expect(block.markDefs).toEqual([{ _type: "link", _key: link, href }]);
  expect(block.children.map(({ text, marks }) => [text, marks])).toEqual([
    ["The ", []],
    ["plan", ["strong", link]],
    [" and the ", []],
    ["map", [link]],
    [" are out", ["em"]],
  ]);
});

test("toDocuments() gives a paragraph the same key when only its emphasis changes", () => {
  const keyOf = (strong?: true) =>
    made({ blocks: [text([{ text: "A " }, { text: "word", ...(strong && { strong }) }])] }).article?.body?.[0]
      ?._key;
  expect(keyOf(true)).toBe(keyOf());
});

test("toDocuments() makes lists and quotations", () => {
  const { article } = made({
    blocks: [
      { kind: "text", style: "normal", listItem: "bullet", level: 2, spans: [{ text: "one" }] },
      { kind: "text", style: "normal", listItem: "number", spans: [{ text: "two" }] },
      { kind: "text", style: "blockquote", spans: [{ text: "three" }] },
      { kind: "text", style: "normal", spans: [{ text: "" }] },
    ],
  });
  expect(article?.body).toMatchObject([
    { style: "normal", listItem: "bullet", level: 2 },
    { style: "normal", listItem: "number", level: 1 },
    { style: "blockquote" },
  ]);
  expect(article?.body).toHaveLength(3);
});

test("toDocuments() takes over what a format says beside the text", () => {
  const stated = {
    kicker: "Transport",
    summary: "The bridge is closed.",
    publishedAt: "2024-03-04T08:00:00+02:00",
    canonicalUrl: "https://example.org/bridge",
  };
  const { article } = made({
    ...stated,
    dateline: { printed: "LISBON, March 4 (Reuters) –", place: "Lisbon", date: "2024-03-04" },
    keywords: ["bridge", "traffic", "bridge"],
    control: { pubStatus: "withheld", embargoedUntil: "2024-03-05T00:00:00Z", note: "HOLD for pictures" },
    edNote: "Pictures follow",
  });
  expect(article).toMatchObject({
    ...stated,
    dateline: { _type: "dateline", place: "Lisbon", date: "2024-03-04" },
    keywords: ["bridge", "traffic"],
    pubStatus: "withheld",
    embargoedUntil: "2024-03-05T00:00:00Z",
    edNote: "HOLD for pictures\nPictures follow",
  });
});

test("toDocuments() keeps the name of a picture's file where it has no address", () => {
  const url = "https://example.org/bridge.jpg";
  const { images } = made({
    pictures: [
      { ...picture, file: "pictures/dam.jpg" },
      { ...picture, file: "pictures/bridge.jpg", url },
    ],
    blocks: [
      text([{ text: "A paragraph." }]),
      ...[0, 1].map((number) => ({ kind: "picture" as const, picture: number })),
    ],
  });
  expect(images.map(({ fileName, originalUrl }) => fileName ?? originalUrl)).toEqual(["dam.jpg", url]);
});

test("toDocuments() keeps the rights of a picture and where it was", () => {
  const url = "https://example.org/bridge.jpg";
  const { article, images } = made({
    pictures: [
      { ...picture, url, copyrightNotice: "© 2024 Example", usageTerms: "Once", dateCreated: "2024-03-04" },
      { ...picture, url, captions: [{ text: "Le pont", language: "fr" }] },
    ],
    blocks: [text([{ text: "A paragraph." }]), { kind: "picture", picture: 1 }],
    leadPicture: 0,
  });
  expect(images).toHaveLength(1);
  expect(images[0]).toMatchObject({
    originalUrl: url,
    copyrightNotice: "© 2024 Example",
    usageTerms: "Once",
    dateCreated: "2024-03-04",
  });
  expect(article?.leadImage?.image._ref).toBe(images[0]?._id);
  expect(article?.body?.[1]).toMatchObject({
    image: { _ref: images[0]?._id },
    captions: [{ language: "fr", text: "Le pont" }],
  });
});

test("toDocuments() goes by the story's own identity before its path", () => {
  const identity = { kind: "url", value: "https://example.org/bridge" } as const;
  const idOf = (input: string, own: Partial<ParsedStory>) => made(own, input).article?._id;
  expect(idOf("a.html", { identity })).toBe(idOf("b.html", { identity }));
  expect(idOf("a.html", {})).not.toBe(idOf("b.html", {}));
});

test("toDocuments() makes tables and embeds, with keys from what they say", () => {
  const blocks: ParsedBlock[] = [
    {
      kind: "table",
      caption: "Hours",
      hasHeaderRow: true,
      rows: [
        ["Day", "Hours"],
        ["Mon", ""],
        ["Mon", ""],
      ],
    },
    { kind: "embed", url: "https://video.example/1", provider: "Video", title: "A film", text: "Boats" },
    { kind: "table", hasHeaderRow: false, rows: [] },
  ];
  const { article, problems } = made({ blocks });
  expect(article?.body).toMatchObject([
    {
      _type: "table",
      caption: "Hours",
      hasHeaderRow: true,
      rows: [{ cells: ["Day", "Hours"] }, { cells: ["Mon", ""] }, { cells: ["Mon", ""] }],
    },
    { _type: "embed", url: "https://video.example/1", provider: "Video", title: "A film", text: "Boats" },
  ]);
  expect(article?.body).toEqual(made({ blocks }).article?.body);
  const [table, embed] = article?.body ?? [];
  expect(new Set(table?._type === "table" ? table.rows.map(({ _key }) => _key) : []).size).toBe(3);
  const moved = made({ blocks: [{ kind: "embed", url: "https://video.example/1" }] }).article?.body?.[0];
  expect(moved?._key).toBe(embed?._key);
  expect(problems.map(({ code }) => code)).not.toContain("no-body");
});

test("toDocuments() raises and lowers text with marks, and keeps the paragraph's key", () => {
  const keyOf = (sup?: true) =>
    made({ blocks: [text([{ text: "10" }, { text: "6", ...(sup && { sup }) }, { text: "2", sub: true }])] })
      .article?.body?.[0];
  const block = keyOf(true);
  expect(block?._type === "block" && block.children.map(({ text, marks }) => [text, marks])).toEqual([
    ["10", []],
    ["6", ["sup"]],
    ["2", ["sub"]],
  ]);
  expect(block?._key).toBe(keyOf()?._key);
});
