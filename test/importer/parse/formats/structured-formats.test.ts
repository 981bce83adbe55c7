import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atomParser } from "../../../../importer/parse/formats/feeds/atom-parser.ts";
import { jsonFeedParser } from "../../../../importer/parse/formats/feeds/json-feed-parser.ts";
import { rssParser } from "../../../../importer/parse/formats/feeds/rss-parser.ts";
import { iptc7901Parser } from "../../../../importer/parse/formats/iptc7901/iptc7901-parser.ts";
import { newsmlG2Parser } from "../../../../importer/parse/formats/newsml/newsml-g2-parser.ts";
import { newsml1Parser } from "../../../../importer/parse/formats/newsml/newsml1-parser.ts";
import { ninjsParser } from "../../../../importer/parse/formats/ninjs/ninjs-parser.ts";
import { nitfParser } from "../../../../importer/parse/formats/nitf/nitf-parser.ts";
import { wxrParser } from "../../../../importer/parse/formats/wxr/wxr-parser.ts";
import type { ParsedStory } from "../../../../importer/parse/parsed-story.ts";
import type { Parser } from "../../../../importer/parse/parser.ts";
import { article } from "../../../../schemas/index.ts";
import { comparable, formatFixtures, parseFixture } from "../../../support/format-fixtures.ts";
import { cpuMsOf } from "../../../support/cpu-time.ts";

const parsers: readonly Parser[] = [
  rssParser,
  atomParser,
  jsonFeedParser,
  newsmlG2Parser,
  newsml1Parser,
  nitfParser,
  ninjsParser,
  wxrParser,
  iptc7901Parser,
];

const fixtures = parsers.flatMap((parser) =>
  formatFixtures(parser.format).map((fixture) => ({ parser, format: parser.format, ...fixture })),
);

describe("the structured formats", () => {
  test.each(parsers)("$format has at least three fixtures", ({ format }) => {
    expect(formatFixtures(format).length).toBeGreaterThanOrEqual(3);
  });

  test.each(fixtures)("$format: $name gives what stands beside it", ({ parser, text, expected }) => {
    expect(comparable(parseFixture(parser, text))).toEqual(expected);
  });

  test.each(fixtures)(
    "$format: $name is recognised by its content, by one parser only",
    ({ format, text }) => {
      const recognising = parsers.filter((parser) => parser.recognises({ text, name: "input.txt" }));
      expect(recognising.map((parser) => parser.format)).toEqual([format]);
    },
  );

  test.each(fixtures)("$format: $name has evidence for every field that has a value", ({ parser, text }) => {
    for (const story of parseFixture(parser, text).stories) {
      const proven = new Set(story.evidence.map(({ path }) => path));
      for (const field of filledFields(story)) expect(proven, field).toContain(field);
      for (const { place, rule, confidence } of story.evidence) {
        expect(place).toMatch(/\S/);
        expect(rule).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }
  });

  test.each(fixtures)(
    "$format: $name gives dates, languages and addresses that an article may have",
    ({ parser, text }) => {
      for (const { publishedAt, control, language, canonicalUrl, dateline } of parseFixture(parser, text)
        .stories) {
        const fields = article.pick({
          publishedAt: true,
          embargoedUntil: true,
          language: true,
          canonicalUrl: true,
          pubStatus: true,
        });
        const result = fields.safeParse({
          publishedAt,
          embargoedUntil: control?.embargoedUntil,
          pubStatus: control?.pubStatus,
          language,
          canonicalUrl,
        });
        expect(result.error).toBeUndefined();
        expect(dateline?.date ?? "2026-01-31").toMatch(/^\d{4}-\d\d-\d\d$/);
      }
    },
  );

  test.each(fixtures)(
    "$format: $name names only pictures that there are, and the leading one not in the text",
    ({ parser, text }) => {
      for (const { blocks, pictures, leadPicture } of parseFixture(parser, text).stories) {
        const shown = blocks.flatMap((block) => (block.kind === "picture" ? [block.picture] : []));
        for (const picture of shown) expect(pictures[picture]).toBeDefined();
        if (leadPicture !== undefined) {
          expect(pictures[leadPicture]).toBeDefined();
          expect(shown).not.toContain(leadPicture);
        }
      }
    },
  );

  test("no text of any of them is active, or lost to an address that is no web address", () => {
    for (const { parser, text } of fixtures) {
      // Pieces repeat what the input says; what they come to is shown as text and linked only by web addresses.
      const said = parseFixture(parser, text).stories.map(({ pieces: _, ...story }) => story);
      expect(JSON.stringify(said)).not.toMatch(/javascript:|<script|onclick|alert\(1\)/);
    }
  });

  test("a parser gives something for whatever it is handed, and never throws", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      "&",
      "]]>",
      '"',
      "}",
      "]",
      "\0",
      "",
      "<item>",
      "</item>",
      "x".repeat(50),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(fc.tuple(fc.nat(), fc.nat(200), pieces), { minLength: 1, maxLength: 4 }),
        ({ parser, text }, damages) => {
          const damaged = damages.reduce((current, [at, length, piece]) => {
            const from = at % (current.length + 1);
            return current.slice(0, from) + piece + current.slice(from + length);
          }, text);
          expect([...parser.parse(damaged, {})].length).toBeGreaterThan(0);
          for (const { recognises } of parsers) expect(typeof recognises({ text: damaged })).toBe("boolean");
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(parsers)("$format says so where there is no story", (parser) => {
    for (const text of ["", "{}", "[]", "<rss/>", "<feed xmlns='http://www.w3.org/2005/Atom'/>"]) {
      const { stories, problems } = parseFixture(parser, text);
      expect(stories).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  test.each([
    ["plain text", "Mayor opens bridge\n\nThe bridge was opened."],
    ["a page", "<!DOCTYPE html><html><body><p>x</p></body></html>"],
    ["an unknown XML", "<catalogue><book/></catalogue>"],
    ["other JSON", '{"uri": "x", "name": "y"}'],
    ["an empty text", ""],
  ])("none recognises %s", (_, text) => {
    expect(parsers.filter((parser) => parser.recognises({ text, name: "feed.rss" }))).toEqual([]);
  });

  test.each([
    ["rss", rssParser, (n: number) => `<rss><channel>${"<item><title>".repeat(n)}`],
    ["rss", rssParser, (n: number) => `<rss><channel><item>${"<a></b>".repeat(n)}</item>`],
    ["rss", rssParser, (n: number) => `<rss><channel><item>${"<![CDATA[</a>".repeat(n)}</item><item>`],
    ["rss", rssParser, (n: number) => `<rss><channel>${"<item><!--".repeat(n)}-->`],
    ["rss", rssParser, (n: number) => `<rss><channel><item><description>${"&lt;div&gt;".repeat(n)}`],
    ["rss", rssParser, (n: number) => `<rss><channel><item><author>${"a".repeat(n * 10)}`],
    [
      "wxr",
      wxrParser,
      (n: number) => `<rss><channel><item><content:encoded>${"[caption ".repeat(n)}</content:encoded></item>`,
    ],
    [
      "wxr",
      wxrParser,
      (n: number) =>
        `<rss><channel><item><content:encoded>${"[gallery_x a=".repeat(n)}</content:encoded></item>`,
    ],
    [
      "wxr",
      wxrParser,
      (n: number) => `<rss><channel><item><content:encoded>${" \n".repeat(n * 5)}x</content:encoded></item>`,
    ],
    [
      "nitf",
      nitfParser,
      (n: number) =>
        `<nitf><body><body.head><byline>${", ".repeat(n * 5)}x</byline></body.head></body></nitf>`,
    ],
    ["newsml-1", newsml1Parser, (n: number) => `<NewsML><NewsItem>${"<NewsComponent>".repeat(n)}`],
    ["ninjs", ninjsParser, (n: number) => `{"uri":"x","a":${"[".repeat(n)}`],
    ["ninjs", ninjsParser, (n: number) => `{"uri":"x","a":${"[".repeat(n)}${"]".repeat(n)},"headline":"h"}`],
  ])("%s ends soon with an input made to keep it busy: case %#", (_, parser, make) => {
    const read = (): void => expect([...parser.parse(make(50_000), {})].length).toBeGreaterThan(0);
    expect(cpuMsOf(read)).toBeLessThan(10_000);
  });
});

/** The fields of a story that have a value and that evidence is due for. */
function filledFields(story: ParsedStory): string[] {
  const own = [
    "identity",
    "headline",
    "kicker",
    "subHeadline",
    "summary",
    "byline",
    "creators",
    "dateline",
    "publishedAt",
    "sourceLine",
    "infoSources",
    "canonicalUrl",
    "language",
    "keywords",
    "edNote",
  ] as const;
  const isFilled = (value: unknown): boolean =>
    value !== undefined && !(Array.isArray(value) && value.length === 0);
  return [
    ...own.filter((field) => isFilled(story[field])),
    ...(story.blocks.length > 0 ? ["body"] : []),
    ...story.pictures.map((_, index) => `pictures[${index}]`),
    ...(story.control?.embargoedUntil === undefined ? [] : ["embargoedUntil"]),
    ...(story.control?.pubStatus === undefined ? [] : ["pubStatus"]),
  ];
}
