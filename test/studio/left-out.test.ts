import { expect, test } from "vitest";
import { mergeDocument } from "../../importer/plan/merge/merge-document.ts";
import { toBody } from "../../importer/transform/to-body.ts";
import { type LeftOutPiece, body } from "../../schemas/index.ts";
import { bodyMembers } from "../../studio/left-out/body-member.ts";
import { foldLines } from "../../studio/left-out/fold-lines.ts";
import { foldTitle } from "../../studio/left-out/fold-title.ts";
import { importedKeys } from "../../studio/left-out/imported-keys.ts";
import { leftOutLines } from "../../studio/left-out/left-out-lines.ts";
import { hasMember, memberOfPiece } from "../../studio/left-out/member-of-piece.ts";
import { placeOfPiece } from "../../studio/left-out/place-of-piece.ts";
import { saysPiece } from "../../studio/left-out/says-piece.ts";

const piece = (text: string, more: Partial<LeftOutPiece> = {}): LeftOutPiece => ({
  kind: "text",
  text,
  rule: "known-line",
  reason: "page-furniture",
  ...more,
});

const paragraph = (_key: string, ...texts: readonly string[]) => ({
  _type: "block",
  _key,
  style: "normal",
  children: texts.map((text, index) => ({ _type: "span", _key: `${_key}-${index}`, text, marks: [] })),
  markDefs: [],
});

/** What is marked of each line: its left-out parts in brackets. */
const markedParts = (lines: readonly string[], pieces: readonly LeftOutPiece[]) =>
  [...leftOutLines(lines, pieces)].map(([number, { parts, isWhole, ending }]) => [
    number,
    parts.map(({ text, piece: own }) => (own === undefined ? text : `[${text}]`)).join(""),
    isWhole,
    ending.map(({ text }) => text),
  ]);

const markings: readonly {
  readonly name: string;
  readonly lines: readonly string[];
  readonly pieces: readonly LeftOutPiece[];
  readonly marked: readonly (readonly [number, string, boolean, readonly string[]])[];
}[] = [
  {
    name: "a line that is left out as a whole, whatever white space it has",
    lines: ["عنوان", "  شارك هذا الخبر "],
    pieces: [piece("شارك هذا الخبر", { lines: [2] })],
    marked: [[2, "  [شارك هذا الخبر] ", true, ["شارك هذا الخبر"]]],
  },
  {
    name: "the part of a line that is left out",
    lines: ["By Ada Lorn"],
    pieces: [piece("By", { lines: [1], reason: "label" })],
    marked: [[1, "[By] Ada Lorn", false, ["By"]]],
  },
  {
    name: "several parts of a line, equal ones each at its own place",
    lines: ["Photo: A / Photo: B"],
    pieces: [piece("Photo", { lines: [1] }), piece("Photo", { lines: [1] })],
    marked: [[1, "[Photo]: A / [Photo]: B", false, ["Photo", "Photo"]]],
  },
  {
    name: "all lines of a piece that has several, with the reason beneath the last",
    lines: ["Read more:", "", "The tunnel opens", "on Monday", "Text"],
    pieces: [piece("Read more: The tunnel opens on Monday", { lines: [1, 2, 3, 4] })],
    marked: [
      [1, "[Read more:]", true, []],
      [3, "[The tunnel opens]", true, []],
      [4, "[on Monday]", true, ["Read more: The tunnel opens on Monday"]],
    ],
  },
  {
    name: "of several lines only the one that the left-out part is in",
    lines: ["The bridge opens", "Photo: Lorn"],
    pieces: [piece("Photo", { lines: [1, 2] })],
    marked: [[2, "[Photo]: Lorn", false, ["Photo"]]],
  },
  {
    name: "a whole line where it is written otherwise than the piece",
    lines: ["**Share** this"],
    pieces: [piece("Share this", { lines: [1] })],
    marked: [[1, "[**Share** this]", true, ["Share this"]]],
  },
  {
    name: "a picture by its address",
    lines: ["![](map.png)"],
    pieces: [piece("", { kind: "picture", address: "map.png", lines: [1] })],
    marked: [[1, "![]([map.png])", false, [""]]],
  },
  {
    name: "nothing for a piece that has only a place, or lines that are not there",
    lines: ["One line"],
    pieces: [piece("Share", { place: "body > div" }), piece("Share", { lines: [7] })],
    marked: [],
  },
];

test.each(markings)("leftOutLines() marks $name", ({ lines, pieces, marked }) => {
  expect(markedParts(lines, pieces)).toEqual(marked);
});

test("foldLines() folds runs of lines that nobody would miss, with the blank lines between them", () => {
  const lines = [
    "Home",
    "News",
    "",
    "Sport",
    "",
    "Headline",
    "Share",
    "",
    "Text",
    "Hold this",
    "More",
    "Log in",
  ];
  const minor = [1, 2, 4, 7, 11, 12].map((number) => piece(lines[number - 1] ?? "", { lines: [number] }));
  const order = piece("Hold this", { lines: [10], reason: "wire-order" });
  const rows = foldLines(lines, leftOutLines(lines, [...minor, order]), (number) => number === 12);
  expect(
    rows.map((row) => (row.kind === "line" ? row.number : [row.first, row.last, row.leftOut.length])),
  ).toEqual([[1, 4, 3], 5, 6, 7, 8, 9, 10, 11, 12]);
});

test("foldLines() folds no line of which a part is in the story", () => {
  const lines = ["By Ada Lorn", "By Bo Lorn"];
  const labels = [1, 2].map((number) => piece("By", { lines: [number], reason: "label" }));
  expect(foldLines(lines, leftOutLines(lines, labels), () => false)).toHaveLength(2);
});

test.each([
  ["lines" as const, ["page-furniture", "form-control"] as const, "story.left-out.page-lines"],
  ["pieces" as const, ["picture-furniture"] as const, "story.left-out.page-pieces"],
  ["pieces" as const, ["page-furniture", "label"] as const, "story.left-out.minor-pieces"],
])("foldTitle() calls %s of %j %s", (what, reasons, title) => {
  const pieces = reasons.map((reason) => piece("x", { reason }));
  expect(foldTitle(what, pieces)).toBe(title);
});

test("saysPiece() finds a text in a paragraph, however its spans divide it", () => {
  const [member] = bodyMembers([
    paragraph("a", "وأضاف أن تكاليف البناء ", "بلغت عشرين مليون دينار. ثم", " انصرف"),
  ]);
  expect(member && saysPiece(member, piece("وأضاف أن تكاليف  البناء بلغت عشرين مليون دينار."))).toBe(true);
  expect(member && saysPiece(member, piece("وأضاف أن تكاليف البناء بلغت ثلاثين مليون دينار."))).toBe(false);
});

test("saysPiece() takes a short text for said only where a member says nothing else", () => {
  const [heading, text] = bodyMembers([
    paragraph("a", "Background"),
    paragraph("b", "The Background of it, normal"),
  ]);
  expect([heading, text].map((member) => member && saysPiece(member, piece("Background")))).toEqual([
    true,
    false,
  ]);
  // Neither is what a member has beside its words.
  expect(text && saysPiece(text, piece("normal"))).toBe(false);
});

test("saysPiece() knows a picture or an embed by its address, in a member of any type", () => {
  const video = piece("Video", { kind: "embed", address: "//video.example/1" });
  const members = bodyMembers([
    { ...paragraph("a", "Video"), markDefs: [{ _type: "link", _key: "l", href: "https://video.example/1" }] },
    { _type: "embed", _key: "b", url: "https://video.example/1" },
    paragraph("c", "Video"),
  ]);
  expect(members.map((member) => saysPiece(member, video))).toEqual([true, true, false]);
});

test("bodyMembers() reads what it can of any value", () => {
  for (const value of [undefined, null, "body", {}, [null, 1, {}, { _key: 2 }]]) {
    expect(bodyMembers(value)).toEqual([]);
  }
});

const story = { pieces: [], imported: ["a", "b", "c"] };
const keysAt = (...keys: readonly string[]) =>
  bodyMembers(keys.map((key) => paragraph(key, `said in ${key}`)));

test.each([
  ["right after the member that it stood after", 1, ["a", "b", "c"], "b"],
  ["after that member, wherever an editor has moved it", 1, ["b", "a", "c"], "b"],
  ["before what an editor has written there", 0, ["a", "own", "b"], "a"],
  ["after the nearest earlier member that is still there", 2, ["a", "own"], "a"],
  ["at the beginning where none of them is there", 2, ["own"], undefined],
  ["at the beginning where it stood before the whole body", undefined, ["a", "b"], undefined],
  ["at the beginning of an empty body", 1, [], undefined],
])("placeOfPiece() puts a piece %s", (_, after, keys, place) => {
  const own = piece("Left out", after === undefined ? {} : { after });
  expect(placeOfPiece(own, { ...story, pieces: [own] }, keysAt(...keys))).toBe(place);
});

test("placeOfPiece() keeps pieces in the source's order, in whatever order they are put in", () => {
  const pieces = ["one", "two", "three", "four"].map((text, at) => piece(text, { after: at < 3 ? 0 : 1 }));
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 3, 0, 2],
    [2, 0, 3, 1],
  ]) {
    const keys = ["a", "b", "c"];
    for (const at of order) {
      const own = pieces[at];
      if (own === undefined) throw new Error("no such piece");
      const members = bodyMembers(keys.map((key) => paragraph(key, key)));
      const place = placeOfPiece(own, { ...story, pieces }, members);
      keys.splice(place === undefined ? 0 : keys.indexOf(place) + 1, 0, own.text);
    }
    expect(keys).toEqual(["a", "one", "two", "three", "b", "four", "c"]);
  }
});

test("placeOfPiece() takes no imported paragraph for a piece that repeats it", () => {
  const again = piece("said in c", { after: 0, reason: "repetition" });
  const own = piece("Left out", { after: 0 });
  expect(placeOfPiece(own, { ...story, pieces: [again, own] }, keysAt("a", "b", "c"))).toBe("a");
});

test("importedKeys() are those of the article's body, and none of what cannot be read", () => {
  const snapshot = { "article-1": { _type: "article", body: [{ _key: "a" }, { _key: "b" }] } };
  expect(importedKeys(JSON.stringify(snapshot), "article-1")).toEqual(["a", "b"]);
  expect(importedKeys(JSON.stringify(snapshot), "article-2")).toEqual([]);
  for (const damaged of [undefined, null, "", "{", "[]", '{"article-1":{"body":[{}]}}']) {
    expect(importedKeys(damaged, "article-1")).toEqual([]);
  }
});

test("memberOfPiece() makes the paragraph that the importer makes of the same words", async () => {
  const text = "وأضاف أن الطريق القديم سيبقى مفتوحا.";
  const block = { kind: "text" as const, style: "normal" as const, spans: [{ text }] };
  const imported = toBody({ blocks: [block] }, new Map()).body;
  expect([await memberOfPiece(piece(` ${text} `), new Set())]).toEqual(imported);
});

test("a paragraph that was put in and is in the source's story later stands there once", async () => {
  const [first, last] = [paragraph("a", "The bridge opens."), paragraph("b", "It is new.")];
  const added = await memberOfPiece(piece("The road is closed."), new Set());
  const article = (...members: readonly unknown[]) => ({ _id: "article-1", _type: "article", body: members });
  const merge = mergeDocument(article(first, last), article(first, added, last), article(first, added, last));
  expect(merge.content["body"]).toEqual([first, added, last]);
  expect(merge.conflicts).toEqual([]);
});

test("memberOfPiece() takes no key that another member has", async () => {
  const first = await memberOfPiece(piece("Text"), new Set());
  const second = await memberOfPiece(piece("Text"), new Set([first?._key ?? ""]));
  expect(second?._key).toBe(`${first?._key}-2`);
});

test("memberOfPiece() links to a picture, embeds what another site shows, and makes what the content model allows", async () => {
  const address = "https://pictures.example/map.png";
  const forms = [
    piece("Text"),
    piece("A map", { kind: "picture", address }),
    piece("", { kind: "embed", address: "//video.example/1" }),
    piece("", { kind: "picture", address: "map.png" }),
  ];
  const members = body.parse(await Promise.all(forms.map((form) => memberOfPiece(form, new Set()))));
  expect(
    members.map((member) =>
      member._type === "block"
        ? [member.children.map(({ text }) => text).join(""), member.markDefs?.map(({ href }) => href)]
        : member,
    ),
  ).toEqual([
    ["Text", []],
    ["A map", [address]],
    expect.objectContaining({ _type: "embed", url: "https://video.example/1" }),
    ["map.png", []],
  ]);
  forms.forEach((form, at) => {
    const [member] = bodyMembers([members[at]]);
    expect(member && saysPiece(member, form)).toBe(true);
  });
});

test("memberOfPiece() makes nothing of a piece that says nothing", async () => {
  expect(hasMember(piece(" "))).toBe(false);
  expect(await memberOfPiece(piece(" "), new Set())).toBeUndefined();
});
