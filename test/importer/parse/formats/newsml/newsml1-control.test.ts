import { expect, test } from "vitest";
import { newsml1Parser } from "../../../../../importer/parse/formats/newsml/newsml1-parser.ts";
import { parseFixture } from "../../../../support/format-fixtures.ts";

const controlOf = (management: string, update = "N") => {
  const text = `<NewsML><NewsItem>
    <Identification><NewsIdentifier><NewsItemId>1</NewsItemId><RevisionId Update="${update}">1</RevisionId></NewsIdentifier></Identification>
    <NewsManagement>${management}</NewsManagement>
    <NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines><ContentItem><DataContent>Text.</DataContent></ContentItem></NewsComponent>
  </NewsItem></NewsML>`;
  return parseFixture(newsml1Parser, text).stories[0]?.control;
};

test.each([
  ['<Status FormalName="Usable"/>', { pubStatus: "usable" }],
  ['<Status FormalName="Withheld"/>', { pubStatus: "withheld" }],
  ['<Status FormalName="Canceled"/>', { pubStatus: "canceled" }],
  ['<Status FormalName="Embargoed"/>', { pubStatus: "withheld" }],
  [
    '<Status FormalName="Embargoed"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260131T180000Z</DateAndTime></StatusWillChange>',
    { pubStatus: "usable", embargoedUntil: "2026-01-31T18:00:00Z" },
  ],
  [
    '<Status FormalName="Usable"/><StatusWillChange><FutureStatus FormalName="Withheld"/><DateAndTime>20260131T180000Z</DateAndTime></StatusWillChange>',
    { pubStatus: "usable" },
  ],
  [
    '<Status FormalName="Withheld"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260131T180000Z</DateAndTime></StatusWillChange>',
    { pubStatus: "usable", embargoedUntil: "2026-01-31T18:00:00Z" },
  ],
  [
    '<Status FormalName="Withheld"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>soon</DateAndTime></StatusWillChange>',
    { pubStatus: "withheld" },
  ],
  [
    '<Status FormalName="Canceled"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260131T180000Z</DateAndTime></StatusWillChange>',
    { pubStatus: "canceled" },
  ],
  ['<Status FormalName="Usable"/><Instruction FormalName="Kill"/>', { pubStatus: "canceled", note: "Kill" }],
  ["", undefined],
])("NewsML 1's management %j means %j", (management, control) => {
  expect(controlOf(management)).toEqual(control);
});

test("NewsML 1: a comment on a text that speaks of its embargo is the control line", () => {
  const text = `<NewsML><NewsItem><NewsManagement><Status FormalName="Embargoed"/></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines><DescriptiveMetadata><Property FormalName="Topic" Value="ARTS"/></DescriptiveMetadata>
    <NewsComponent><Comment> Embargoed to 0001 Tuesday </Comment><ContentItem><DataContent>Text.</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>`;
  const [story] = parseFixture(newsml1Parser, text).stories;
  expect(story?.control).toEqual({ pubStatus: "withheld", note: "Embargoed to 0001 Tuesday" });
  expect(story?.keywords).toEqual(["ARTS"]);
});

test("NewsML 1: every revision of an item is the same story", () => {
  const identityOf = (revision: string) =>
    parseFixture(
      newsml1Parser,
      `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20260131</DateId><NewsItemId>X</NewsItemId><RevisionId>${revision}</RevisionId><PublicIdentifier>urn:newsml:a.example:20260131:X:${revision}N</PublicIdentifier></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines><ContentItem><DataContent>Text.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    ).stories[0]?.identity;
  expect(identityOf("1")).toEqual({ kind: "id", value: "urn:newsml:a.example:20260131:X" });
  expect(identityOf("2")).toEqual(identityOf("1"));
});

test("NewsML 1: a change of status that nothing carries out at its time is a note to editors", () => {
  const text = `<NewsML><NewsItem><NewsManagement><Status FormalName="Usable"/><StatusWillChange><FutureStatus FormalName="Canceled"/><DateAndTime>20260131T180000Z</DateAndTime></StatusWillChange></NewsManagement>
    <NewsComponent><NewsLines><HeadLine>A</HeadLine></NewsLines><ContentItem><DataContent>Text.</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
  const [story] = parseFixture(newsml1Parser, text).stories;
  expect(story?.edNote).toBe("The status will change: Canceled (20260131T180000Z)");
});

const update = (inside: string, status = "Usable"): string =>
  `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>a.example</ProviderId><DateId>20260131</DateId><NewsItemId>X</NewsItemId><RevisionId PreviousRevision="1" Update="U">2</RevisionId></NewsIdentifier><NameLabel>quay</NameLabel></Identification>
  <NewsManagement><Status FormalName="${status}"/></NewsManagement><Update IdRef="X">${inside}</Update></NewsItem></NewsML>`;
const replacement = (lines: string): string =>
  update(
    `<Replace DuidRef="c1"><NewsComponent Duid="c1">${lines}<ContentItem><DataContent><p>The wall stands again.</p></DataContent></ContentItem></NewsComponent></Replace>`,
  );

test("NewsML 1: an update with a headline and a text is a newer version of its story", () => {
  const { stories, problems } = parseFixture(
    newsml1Parser,
    replacement("<NewsLines><HeadLine>Quay wall repaired</HeadLine></NewsLines>"),
  );
  expect(problems).toEqual([]);
  expect(stories).toMatchObject([
    {
      identity: { kind: "id", value: "urn:newsml:a.example:20260131:X" },
      version: 2,
      headline: "Quay wall repaired",
      blocks: [{ spans: [{ text: "The wall stands again." }] }],
    },
  ]);
});

test("NewsML 1: an update of a part replaces no story, and says of which one it is and what", () => {
  const items = [...newsml1Parser.parse(replacement(""), {})];
  expect(items).toMatchObject([
    {
      kind: "problem",
      problem: {
        code: "unsupported-item",
        message: expect.stringMatching(/"urn:newsml:a\.example:20260131:X".*"The wall stands again\."/),
      },
    },
  ]);
});

test("NewsML 1: an update that withdraws its story is obeyed, whatever else it changes", () => {
  expect(parseFixture(newsml1Parser, update('<Delete DuidRef="c1"/>', "Canceled")).stories).toMatchObject([
    { identity: { value: "urn:newsml:a.example:20260131:X" }, control: { pubStatus: "canceled" } },
  ]);
});
