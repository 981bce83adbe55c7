import { expect, test } from "vitest";
import { nitfParser } from "../../../../importer/parse/formats/nitf/nitf-parser.ts";
import { parseFixture } from "../../../support/format-fixtures.ts";

const controlOf = (docdata: string) => {
  const text = `<nitf><head><docdata ${docdata}</docdata></head><body><body.head><hedline><hl1>A</hl1></hedline></body.head></body></nitf>`;
  const [story] = parseFixture(nitfParser, text).stories;
  return { control: story?.control, problems: story?.problems.map(({ code }) => code) };
};

test.each([
  ['management-status="usable">', { pubStatus: "usable" }],
  ['management-status="withheld">', { pubStatus: "withheld" }],
  ['management-status="canceled">', { pubStatus: "canceled" }],
  ['management-status="embargoed">', { pubStatus: "withheld" }],
  [
    'management-status="embargoed"><date.release norm="20260131T120000Z"/>',
    { pubStatus: "usable", embargoedUntil: "2026-01-31T12:00:00Z" },
  ],
  [
    '><date.issue norm="20260131T110000Z"/><date.release norm="20260131T150000+0300"/>',
    { pubStatus: "usable", embargoedUntil: "2026-01-31T15:00:00+03:00" },
  ],
  ['><date.issue norm="20260131T120000Z"/><date.release norm="20260131T120000Z"/>', undefined],
  ['><ed-msg info="Photos to follow"/>', undefined],
  ['><ed-msg info="REFILE: fixes spelling"/>', { note: "REFILE: fixes spelling" }],
])("NITF's docdata %j means %j", (docdata, control) => {
  expect(controlOf(docdata).control).toEqual(control);
});

test("a NITF item that cancels another is held back, and names the other", () => {
  const { control, problems } = controlOf(
    'management-doc-idref="x-1" management-idref-status="canceled"><doc-id id-string="x-2"/>',
  );
  expect(control).toEqual({ pubStatus: "withheld" });
  expect(problems).toEqual(["withdraws-another"]);
});

test("a NITF item that names itself, or replaces another, withdraws nothing", () => {
  for (const docdata of [
    'management-doc-idref="x-2" management-idref-status="canceled"><doc-id id-string="x-2"/>',
    'management-doc-idref="x-1" management-idref-status="usable"><doc-id id-string="x-2"/>',
    'management-doc-idref="x-1"><doc-id id-string="x-2"/>',
  ]) {
    expect(controlOf(docdata).problems).toEqual([]);
  }
});
