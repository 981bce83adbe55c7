import { expect, test } from "vitest";
import { newsml1Parser } from "../../../../importer/parse/formats/newsml/newsml1-parser.ts";
import { newsmlG2Parser } from "../../../../importer/parse/formats/newsml/newsml-g2-parser.ts";
import { ninjsParser } from "../../../../importer/parse/formats/ninjs/ninjs-parser.ts";
import type { Parser } from "../../../../importer/parse/parser.ts";
import { parseAll } from "../../../support/parse-all.ts";
import { parseFixture } from "../../../support/format-fixtures.ts";
import { storyFolder } from "../../../support/story-folder.ts";

const g2 = `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:quay" version="2">
  <rightsInfo><copyrightNotice>© 2026 North Water Agency</copyrightNotice><usageTerms>No archive use.</usageTerms></rightsInfo>
  <itemMeta><itemClass qcode="ninat:picture"/><provider literal="North Water Agency"/><versionCreated>2026-03-06T08:00:00Z</versionCreated></itemMeta>
  <contentMeta xml:lang="en"><creator><name>Mona Vester</name></creator><creditline>Mona Vester/NWA</creditline>
    <headline>Quay wall repaired</headline><description role="drol:caption">The repaired quay wall in Skarr on Monday.</description></contentMeta>
  <contentSet><remoteContent rendition="rnd:highRes" contenttype="image/jpeg" href="https://nwa.example/quay.jpg" width="3000" height="2000"/></contentSet>
</newsItem>`;
const newsml1 = `<NewsML><NewsItem>
  <Identification><NewsIdentifier><ProviderId>nwa.example</ProviderId><DateId>20260306</DateId><NewsItemId>quay</NewsItemId></NewsIdentifier></Identification>
  <NewsManagement><FirstCreated>20260306T080000Z</FirstCreated><Status FormalName="Usable"/></NewsManagement>
  <NewsComponent><NewsLines><HeadLine>Quay wall repaired</HeadLine><ByLine>Mona Vester</ByLine><CreditLine>Mona Vester/NWA</CreditLine><CopyrightLine>© 2026 North Water Agency</CopyrightLine></NewsLines>
    <NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/><DataContent>The repaired quay wall in Skarr on Monday.</DataContent></ContentItem></NewsComponent>
    <NewsComponent><Role FormalName="Main"/><ContentItem Href="https://nwa.example/quay.jpg"><MediaType FormalName="Photo"/><MimeType FormalName="image/jpeg"/></ContentItem></NewsComponent>
  </NewsComponent></NewsItem></NewsML>`;
const ninjs = JSON.stringify({
  guid: "urn:x:quay",
  type: "picture",
  version: "2",
  versioncreated: "2026-03-06T08:00:00Z",
  language: "en",
  headline: "Quay wall repaired",
  description_text: "The repaired quay wall in Skarr on Monday.",
  body_text: "A wall of new stones",
  byline: "Mona Vester",
  creditline: "Mona Vester/NWA",
  copyrightnotice: "© 2026 North Water Agency",
  usageterms: "No archive use.",
  renditions: { original: { href: "https://nwa.example/quay.jpg", mimetype: "image/jpeg" } },
});

const inputs: readonly (readonly [string, Parser, string])[] = [
  ["NewsML-G2", newsmlG2Parser, g2],
  ["NewsML 1", newsml1Parser, newsml1],
  ["ninjs", ninjsParser, ninjs],
];

test.each(inputs)("%s: an item that is a picture alone is a story of that picture", (_, parser, text) => {
  const { stories, problems } = parseFixture(parser, text);
  expect(problems).toEqual([]);
  expect(stories).toHaveLength(1);
  const [story] = stories;
  expect(story).toMatchObject({
    headline: "Quay wall repaired",
    blocks: [],
    leadPicture: 0,
    creators: [],
    pictures: [
      {
        url: "https://nwa.example/quay.jpg",
        captions: [{ text: "The repaired quay wall in Skarr on Monday." }],
        creditLine: "Mona Vester/NWA",
        people: ["Mona Vester"],
        copyrightNotice: "© 2026 North Water Agency",
      },
    ],
  });
  expect(story?.summary).toBeUndefined();
});

test.each(inputs)(
  "%s: such an item becomes an image with all that is told of it",
  async (_, parser, text) => {
    const name = parser.format === "ninjs" ? "a.json" : "a.xml";
    await using folder = await storyFolder({ [name]: text });
    const [read] = await parseAll({ inputs: [folder.path] });
    const image = read?.documents.find((document) => document._type === "newsImage");
    expect(image).toMatchObject({
      captions: [{ text: "The repaired quay wall in Skarr on Monday." }],
      creditLine: "Mona Vester/NWA",
      creators: [{ name: "Mona Vester" }],
      originalUrl: "https://nwa.example/quay.jpg",
    });
    const article = read?.documents.find((document) => document._type === "article");
    expect(article).toMatchObject({ leadImage: { image: { _ref: image?._id } } });
    expect(read?.problems.map(({ code }) => code)).toContain("no-body");
    // What the input says in words is in the documents.
    const said = read?.leftOut.filter(
      ({ reason }) => !["metadata", "repetition", "other-form"].includes(reason),
    );
    expect(said?.map(({ text: left }) => left)).toEqual([]);
  },
);

test("a picture without a headline is named after its caption, and one without words is told as no story", () => {
  const captioned = g2.replace(/<headline>.*<\/headline>/, "");
  expect(parseFixture(newsmlG2Parser, captioned).stories).toMatchObject([
    { headline: "The repaired quay wall in Skarr on Monday." },
  ]);
  const bare = captioned.replace(/<description.*<\/description>/, "");
  expect(parseFixture(newsmlG2Parser, bare)).toEqual({ stories: [], problems: ["unsupported-item"] });
});
