import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { documentSchemas } from "../../schemas/index.ts";
import { parseOne } from "../support/parse-all.ts";

const seed = "seeds/000_930b5d963694ee47.txt";
const lines = (await readFile(seed, "utf8")).split("\n");
const line = (number: number): string => lines[number - 1] ?? "";
const { story, article, images, sources } = await parseOne(seed);
const [lavrov, zoubi] = images;

const withoutKeys = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, member: unknown) => (name === "_key" ? undefined : member)));

test("the seed gives three sources, two images and an article, in write order", () => {
  expect(story.documents.map(({ _type }) => _type)).toEqual([
    "source",
    "source",
    "source",
    "newsImage",
    "newsImage",
    "article",
  ]);
});

test("the seed's article has exactly these fields", () => {
  const { body: _, ...fields } = article;
  expect(withoutKeys(fields)).toEqual({
    _id: "article-d603244d1e55f8619fce",
    _type: "article",
    headline: "لافروف: هناك قنوات اتصال لحل الأزمة السورية",
    slug: { _type: "slug", current: "lafrwf-hnak-qnwat-atsal-lhl-alazmh-alswryh" },
    leadImage: { _type: "figure", image: { _type: "reference", _ref: lavrov?._id } },
    language: "ar",
    direction: "rtl",
    sourceLine: "المصدر : الجزيرة + وكالات",
    infoSources: [
      {
        _type: "infoSource",
        source: { _type: "reference", _ref: "source-al-jazeera" },
        role: "originator",
        asPrinted: "الجزيرة",
      },
      {
        _type: "infoSource",
        source: { _type: "reference", _ref: "source-agencies" },
        role: "contributor",
        asPrinted: "وكالات",
      },
    ],
    pubStatus: "usable",
  });
});

test("the seed's body is ten paragraphs as printed, a heading after the third and a figure after the fourth", () => {
  const blocks = article.body?.map((block) =>
    block._type === "block"
      ? [block.style, block.children.map(({ text }) => text).join("")]
      : [block._type, block._type === "figure" ? block.image._ref : ""],
  );
  expect(blocks).toEqual([
    ["normal", line(6)],
    ["normal", line(8)],
    ["normal", line(10)],
    ["h2", "الهدنة خدعة"],
    ["normal", line(13)],
    ["figure", zoubi?._id],
    ["normal", line(18)],
    ["normal", line(20)],
    ["normal", line(22)],
    ["normal", line(24)],
    ["normal", line(26)],
    ["normal", line(28)],
  ]);
});

test("the seed's first image has exactly these fields", () => {
  expect(withoutKeys(lavrov)).toEqual({
    _id: "newsimage-1e7a3ce4ec40f8ade539",
    _type: "newsImage",
    altTexts: [
      {
        _type: "localizedText",
        language: "en",
        text: "Russia's Foreign Minister Sergei Lavrov speaks during a joint news conference with French Foreign Minister Jean-Marc Ayrault following their meeting in Moscow, Russia, October 6, 2016.",
      },
    ],
    captions: [
      {
        _type: "localizedText",
        language: "ar",
        text: "لافروف: نأمل ألا يتراجع الأميركيون عن المسائل المُتفق عليها",
      },
    ],
    creditLine: "REUTERS/Maxim Shemetov",
    creators: [{ _type: "person", name: "Maxim Shemetov" }],
    source: { _type: "reference", _ref: "source-reuters" },
    dateCreated: "2016-10-06",
    locationCreated: { _type: "place", city: "Moscow", country: "Russia" },
  });
});

test("the seed's second image has one alternative text and one caption, both the same sentence", () => {
  const text = "الزعبي: الطائرات الروسية لم تتوقف عن قصف حلب رغم إعلان الهدنة";
  expect(withoutKeys(zoubi)).toEqual({
    _id: "newsimage-868668c4de599f54bb4f",
    _type: "newsImage",
    altTexts: [{ _type: "localizedText", language: "ar", text }],
    captions: [{ _type: "localizedText", language: "ar", text }],
    creditLine: "الجزيرة",
    source: { _type: "reference", _ref: "source-al-jazeera" },
  });
});

test("the seed's sources are Reuters, Al Jazeera and the unnamed agencies", () => {
  const described = sources.map(({ _id, name, kind, names }) => ({
    ...{ _id, name, kind },
    names: Object.fromEntries(names?.map(({ language, value }) => [language, value]) ?? []),
  }));
  expect(described).toEqual([
    { _id: "source-reuters", name: "Reuters", kind: "agency", names: { en: "Reuters", ar: "رويترز" } },
    {
      _id: "source-al-jazeera",
      name: "Al Jazeera",
      kind: "broadcaster",
      names: { ar: "الجزيرة", en: "Al Jazeera" },
    },
    { _id: "source-agencies", name: "Agencies", kind: "agencies", names: { en: "Agencies", ar: "وكالات" } },
  ]);
  expect(sources[0]?.aliases).toEqual(expect.arrayContaining(["رويترز", "Reuters", "REUTERS"]));
});

test("the seed's problems are its missing pictures and its unknown date", () => {
  expect(story.problems.map(({ code, documentId, path }) => [code, documentId, path])).toEqual([
    ["missing-asset", lavrov?._id, "asset"],
    ["missing-asset", zoubi?._id, "asset"],
    ["publication-date-unknown", article._id, "publishedAt"],
  ]);
});

test("the seed's documents pass their schemas unchanged", () => {
  for (const document of story.documents)
    expect(documentSchemas[document._type].parse(document)).toEqual(document);
});
