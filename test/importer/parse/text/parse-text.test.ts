import fc from "fast-check";
import { expect, test } from "vitest";
import { parseText } from "../../../../importer/parse/text/parse-text.ts";
import { problemsOfStory } from "../../../../importer/transform/problems-of-story.ts";
import { cpuMsOf } from "../../../support/cpu-time.ts";

const paragraph =
  "The council met on Monday evening and agreed on the plan for the bridge, which will be closed for a year.";
const story = (...lines: string[]) => parseText(lines.join("\n"));

test("parseText() reads a wire story: order, headline, byline, date, dateline, source", () => {
  const parsed = story(
    "CORRECTED: spelling of name in paragraph 2",
    "Council closes the bridge for a year",
    "By Jane Doe in Lisbon",
    "March 4, 2024, 10:30 GMT",
    "",
    `LISBON, March 4 (Reuters) - ${paragraph}`,
    "",
    paragraph.replace("Monday", "Tuesday"),
    "",
    "(Reporting by Jane Doe; Editing by John Smith)",
  );
  expect(parsed).toMatchObject({
    headline: "Council closes the bridge for a year",
    byline: "Jane Doe",
    creators: [{ name: "Jane Doe" }],
    publishedAt: "2024-03-04T10:30:00Z",
    dateline: { printed: "LISBON, March 4 (Reuters)", place: "LISBON", date: "2024-03-04" },
    infoSources: [{ printed: "Reuters", role: "originator" }],
    control: { note: "CORRECTED: spelling of name in paragraph 2" },
  });
  expect(parsed.control?.pubStatus).toBeUndefined();
});

test("parseText() cancels a story that is killed, and keeps all of it", () => {
  const parsed = story("KILL", "Council closes the bridge for a year", "", paragraph);
  expect(parsed.control).toEqual({ pubStatus: "canceled", note: "KILL" });
  expect(parsed.blocks).toHaveLength(1);
  const problems = problemsOfStory(parsed, { article: "article-1", images: new Map() });
  expect(problems.map(({ code, line }) => [code, line])).toContainEqual(["story-canceled", 1]);
});

test.each([
  ["HOLD FOR LEGAL – NOT FOR PUBLICATION", "withheld"],
  ["إلغاء - إلغاء - إلغاء", "canceled"],
  ["АННУЛИРОВАНО", "canceled"],
  ["Zurückgezogen", "canceled"],
])("parseText() reads the order %j", (order, pubStatus) => {
  expect(story(order, "Council closes the bridge for a year", "", paragraph).control?.pubStatus).toBe(
    pubStatus,
  );
});

test.each([
  ["PROHIBIDA SU DIFUSIÓN HASTA NUEVA ORDEN", "withheld", "embargo-without-end"],
  ["請勿發布", "withheld", undefined],
  ["請勿使用", "canceled", undefined],
  ["Bu haberi kullanmayınız", "canceled", undefined],
  ["EMBARGOED UNTIL 0600 TUESDAY", "withheld", "embargo-without-end"],
])("parseText() does not take the order %j for a line of the page", (order, pubStatus, code) => {
  const { control, problems } = story(order, "Council closes the bridge for a year", "", paragraph);
  expect(control).toEqual({ pubStatus, note: order });
  expect(problems.map((problem) => [problem.code, problem.line])).toEqual(
    code === undefined ? [] : [[code, 1]],
  );
});

test.each([
  [
    "請勿使用",
    "市議會通過大橋維修計劃",
    "市議會星期一晚上通過大橋維修計劃，大橋將關閉一年，行人與車輛須改乘渡輪。",
  ],
  [
    "Bu haberi kullanmayınız",
    "Köprü bir yıl kapalı kalacak",
    `Meclis pazartesi akşamı planı kabul etti. ${paragraph}`,
  ],
])("parseText() reads the order %j, which begins like a notice of a page", (order, headline, text) => {
  expect(story(order, headline, "", text)).toMatchObject({
    headline,
    control: { pubStatus: "canceled", note: order },
  });
});

test("parseText() reads the end of an embargo, and holds a story whose end it cannot read", () => {
  const until = (order: string) =>
    story(order, "Council closes the bridge for a year", "", paragraph).control;
  expect(until("EMBARGOED UNTIL 14:00 GMT, March 4, 2024")).toMatchObject({
    embargoedUntil: "2024-03-04T14:00:00Z",
  });
  expect(until("EMBARGOED UNTIL THE END OF THE MEETING")).toMatchObject({ pubStatus: "withheld" });
});

test("parseText() looks for orders in the head only", () => {
  const parsed = story(
    "Council closes the bridge",
    "",
    paragraph,
    "",
    paragraph,
    "",
    "Correction: a name was misspelt.",
  );
  expect(parsed.control).toBeUndefined();
});

test("parseText() makes up no date of publication", () => {
  expect(story("Council closes the bridge", "Yesterday", "", paragraph).publishedAt).toBeUndefined();
  expect(story("Council closes the bridge", "March 4", "", paragraph).publishedAt).toBeUndefined();
});

test("parseText() tells the editor when day and month of an English date are unsure", () => {
  const parsed = story("Council closes the bridge", "04/03/2024", "", paragraph);
  const problems = problemsOfStory(parsed, { article: "article-1", images: new Map() });
  expect(parsed.publishedAt?.slice(0, 10)).toBe("2024-03-04");
  expect(problems.map(({ code, path, line }) => [code, path, line])).toContainEqual([
    "low-confidence",
    "publishedAt",
    2,
  ]);
});

test("parseText() joins paragraphs that were wrapped at a width", () => {
  const { blocks } = story(
    "Council closes the bridge for a year",
    "",
    "The council met on Monday evening and agreed on the plan for the",
    "bridge, which will be closed for a year while the pillars are being",
    "mended and the rails are taken up, laid down again and painted in",
    "the colour that the children of the two schools have chosen.",
    "",
    "Nobody objected to it, although the owner of the only ferry was heard",
    "to say that he had hoped for two years.",
  );
  expect(blocks).toHaveLength(2);
});

test("parseText() takes the two lines of each of three pictures for no paragraph that was wrapped", () => {
  const picture = (place: string): string[] => [
    `سكان يسيرون في ${place} القديمة يوم الجمعة. رويترز/أحمد سعيد`,
    `سكان ${place} في الصباح (رويترز)`,
    "",
  ];
  const { pictures } = story(
    "المجلس يغلق الجسر",
    "",
    ...picture("المدينة"),
    `${"قال المجلس إن الجسر سيغلق عاما كاملا. ".repeat(4)}`,
    "",
    ...picture("القرية"),
    ...picture("الجزيرة"),
    "المصدر: رويترز",
  );
  expect(pictures).toHaveLength(3);
  for (const { altTexts, captions } of pictures) expect([altTexts.length, captions.length]).toEqual([1, 1]);
});

test("parseText() makes lists, quotations and headings", () => {
  const { blocks } = story(
    "Council closes the bridge for a year",
    "",
    paragraph,
    "",
    "What was agreed",
    "• Close the bridge",
    "• Mend the pillars",
    "",
    "“A year is a long time for a bridge.”",
    "— Jane Doe, mayor",
    "",
    paragraph,
  );
  const kinds = blocks.map((block) => block.kind === "text" && (block.listItem ?? block.style));
  expect(kinds).toEqual(["normal", "h2", "bullet", "bullet", "blockquote", "blockquote", "normal"]);
});

test("parseText() leaves the page around a story out of it", () => {
  const { blocks, headline } = story(
    "Home | News | Local",
    "Council closes the bridge for a year",
    "Share",
    "Tweet",
    "",
    paragraph,
    "",
    "Read also: Ferry to sail at night",
    "",
    paragraph,
    "",
    "Copyright 2024 Harbour Gazette. All rights reserved.",
    "Most popular",
    "Ten bridges to see before you cross them",
  );
  expect(headline).toBe("Council closes the bridge for a year");
  expect(blocks).toHaveLength(2);
});

test("parseText() says for every value which lines it comes from, by which rule and how sure it is", () => {
  const { evidence } = story(
    "Council closes the bridge for a year",
    "By Jane Doe",
    "",
    paragraph,
    "",
    "Source: Reuters",
  );
  expect(evidence.map(({ path, lines }) => [path, lines])).toEqual([
    ["headline", [1]],
    ["byline", [2]],
    ["creators", [2]],
    ["body", [4]],
    ["sourceLine", [6]],
    ["infoSources", [6]],
  ]);
  for (const { rule, confidence } of evidence) {
    expect(rule).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test("parseText() keeps marks of direction and the order of the text", () => {
  const text =
    "\u202bقال المدير إن \u202aBBC News\u202c نقلت الخبر وإن الجسر مغلق حتى نهاية الأسبوع المقبل في المدينة.\u202c";
  const { blocks } = story("إغلاق الجسر عاما كاملا", "", text, "", text.replace("المدير", "الوزير"));
  expect(blocks[0]).toMatchObject({ spans: [{ text }] });
});

test("parseText() never throws, whatever the text", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 50 }),
    fc.constantFrom(
      "",
      "KILL",
      "By Jane Doe",
      "(Reuters)",
      "4/3/2024",
      "• a",
      "Source:",
      "Photo:",
      "© AP",
      "BEIRUT (AFP) -",
      paragraph,
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      expect(parseText(pieces.join("\n")).creators).toBeInstanceOf(Array);
    }),
  );
});

test.each(
  Object.entries({
    "one letter": "a".repeat(200_000),
    "short words": " x".repeat(100_000),
    brackets: "(".repeat(50_000),
    sentences: "Word. ".repeat(40_000),
    names: "Aa Bb, ".repeat(30_000),
    quotations: "“a” ".repeat(50_000),
    dashes: "A - ".repeat(50_000),
    colons: "a:".repeat(60_000),
    digits: "12 ".repeat(60_000),
    ideographs: "中文，".repeat(60_000),
    "many credits": "Photo: Jane Doe/AP\n".repeat(3_000),
    "many short lines": "a b\n".repeat(10_000),
    "spaces in a short line": `A${" ".repeat(158)}b`,
  }),
)("parseText() is not held up by hostile input: %s", (_, text) => {
  const readsAll = (): void => void parseText(`Headline\n\n${text}\n\nThe end of the text.`);
  expect(cpuMsOf(readsAll)).toBeLessThan(5_000);
});

test.each(["KILL", "KILL\n\nx", "إلغاء الخبر", "DO NOT USE"])(
  "parseText() obeys an order with nothing else beside it: %j",
  (text) => {
    expect(parseText(text).control?.pubStatus).toMatch(/^(?:canceled|withheld)$/);
  },
);
