import { expect, test } from "vitest";
import { nitfParser } from "../../../../importer/parse/formats/nitf/nitf-parser.ts";
import { parseFixture } from "../../../support/format-fixtures.ts";

const storyOf = (bodyHead: string, head = "", attributes = "") =>
  parseFixture(
    nitfParser,
    `<nitf ${attributes}><head>${head}</head><body><body.head><hedline><hl1>A</hl1></hedline>${bodyHead}</body.head><body.content><p>Broen er åpen.</p></body.content></body></nitf>`,
  ).stories[0];

test.each([
  ["<dateline>OSLO, <story.date>31 Jan</story.date> -</dateline>", { printed: "OSLO, 31 Jan" }],
  ['<dateline><story.date norm="20260131T120000Z">20260131T120000+0000</story.date></dateline>', undefined],
  [
    '<dateline><location><city>Oslo</city>, Norge</location><story.date norm="20260131">20260131</story.date></dateline>',
    { printed: "Oslo, Norge", place: "Oslo", date: "2026-01-31" },
  ],
  ["<dateline/>", undefined],
])("NITF: the dateline of %j is %j", (bodyHead, dateline) => {
  expect(storyOf(bodyHead)?.dateline).toEqual(dateline);
});

test.each([
  ["<byline>By JANE DOE<byttl>Business Writer</byttl></byline>", "JANE DOE", ["JANE DOE"]],
  [
    "<byline>By Jane Doe,<byttl>Writer</byttl></byline><byline>John Roe</byline>",
    "Jane Doe, John Roe",
    ["Jane Doe", "John Roe"],
  ],
  ["<byline><person>Jane Doe</person> in Oslo</byline>", "Jane Doe in Oslo", ["Jane Doe"]],
  ["<byline>gr/bp</byline>", "gr/bp", []],
])("NITF: %j is by %j", (bodyHead, byline, creators) => {
  expect(storyOf(bodyHead)).toMatchObject({ byline, creators: creators.map((name) => ({ name })) });
});

test("NITF: of several dates the first one counts that says where its clock stands", () => {
  const head =
    '<docdata><date.issue norm="2026-01-31T14:00:00+01:00"/></docdata><pubdata date.publication="20260131T140000"/>';
  expect(storyOf("", head)?.publishedAt).toBe("2026-01-31T14:00:00+01:00");
  const local =
    '<docdata><date.issue norm="20260131"/></docdata><pubdata date.publication="20260131T140000"/>';
  expect(storyOf("", local)).toMatchObject({ publishedAt: "2026-01-31", problems: [] });
});

test("NITF: the language stands in xml:lang or in baselang", () => {
  expect(storyOf("", "", 'baselang="nb-NO"')?.language).toBe("nb-NO");
  expect(storyOf("", "", 'xml:lang="nn" baselang="nb-NO"')?.language).toBe("nn");
});

test("NITF: a second headline that repeats the first is none", () => {
  const text = "<nitf><body><body.head><hedline><hl1>A</hl1><hl2>A</hl2></hedline></body.head></body></nitf>";
  expect(parseFixture(nitfParser, text).stories[0]?.subHeadline).toBeUndefined();
});

test.each([
  ["img/a.jpg", "img/a.jpg"],
  ["./a.png", "a.png"],
  ["../../etc/a.jpg", undefined],
  ["/etc/a.jpg", undefined],
  ["file:///etc/a.jpg", undefined],
  ["C:\\a.jpg", undefined],
  ["iJIJyyF0", undefined],
])("NITF: the picture %j is the file %j", (source, file) => {
  const text = `<nitf><body><body.head><hedline><hl1>A</hl1></hedline></body.head><body.content><media media-type="image"><media-reference source="${source}"/><media-caption>B</media-caption></media></body.content></body></nitf>`;
  expect(parseFixture(nitfParser, text).stories[0]?.pictures[0]?.file).toBe(file);
});
