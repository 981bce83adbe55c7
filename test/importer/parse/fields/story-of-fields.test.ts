import { expect, test } from "vitest";
import { globalId } from "../../../../importer/parse/addresses/global-id.ts";
import { cleanLine } from "../../../../importer/parse/cleaning/clean-line.ts";
import type { WireOrder } from "../../../../importer/parse/control/wire-order.ts";
import type { Found } from "../../../../importer/parse/fields/found.ts";
import type { FoundStory } from "../../../../importer/parse/fields/found-story.ts";
import { resolveLanguage } from "../../../../importer/parse/fields/resolve-language.ts";
import { storyOfFields as toStory } from "../../../../importer/parse/fields/story-of-fields.ts";
import { textBody } from "../../../../importer/parse/fields/text-body.ts";
import { emptyBody } from "../../../../importer/parse/parsed-body.ts";
import { readPrintedByline } from "../../../../importer/parse/phrases/read-printed-byline.ts";

const storyOfFields = (found: FoundStory) => toStory(found, []);

const found = <Value>(value: Value): Found<Value> => ({ value, place: "a/b", rule: "a-rule", confidence: 1 });
const embargo = (until: string): Found<WireOrder> => found({ kind: "embargoed", printed: until, until });
const canceled: Found<WireOrder> = found({ kind: "canceled", printed: "kill" });
const body = found(textBody("The ferry left the harbour on time, and nobody was surprised by that at all."));
const headline = found("Ferry leaves");

test("storyOfFields() lets the canonical address identify a story before the provider's id does", () => {
  const both = {
    headline,
    body,
    url: found("https://a.example/x?utm_source=rss#top"),
    id: found("tag:a,1:2"),
  };
  expect(storyOfFields(both)?.identity).toEqual({ kind: "url", value: "https://a.example/x" });
  expect(storyOfFields({ ...both, url: found("ftp://a.example/x") })?.identity).toEqual({
    kind: "id",
    value: "tag:a,1:2",
  });
  expect(storyOfFields({ headline, body })?.identity).toBeUndefined();
});

test("storyOfFields() takes the day of a time without a zone, and keeps what stood there", () => {
  const story = storyOfFields({ headline, body, publishedAt: found("2026-01-31 12:00") });
  expect(story?.publishedAt).toBe("2026-01-31");
  expect(story?.problems).toEqual([]);
  expect(story?.evidence.find(({ path }) => path === "publishedAt")).toEqual({
    path: "publishedAt",
    place: "a/b",
    rule: "time-without-zone",
    confidence: 1,
    printed: "2026-01-31 12:00",
  });
});

test("storyOfFields() takes no date that it cannot read, and says what stood there", () => {
  const story = storyOfFields({ headline, body, publishedAt: found("04/03/2026 or so") });
  expect(story?.publishedAt).toBeUndefined();
  expect(story?.problems).toMatchObject([{ code: "date-unreadable", path: "publishedAt" }]);
  expect(story?.problems[0]?.message).toContain('"04/03/2026 or so" at a/b: it is not a readable date');
});

test("storyOfFields() takes no version from a time that is no point in time", () => {
  expect(
    storyOfFields({ headline, body, versionCreated: "2026-01-31 12:00" })?.versionCreated,
  ).toBeUndefined();
  expect(storyOfFields({ headline, body, versionCreated: "2026-01-31T12:00Z" })?.versionCreated).toBe(
    "2026-01-31T12:00:00Z",
  );
});

test("storyOfFields() withholds a story whose embargo it cannot read", () => {
  const story = storyOfFields({
    headline,
    body,
    orders: [found({ kind: "usable", printed: "usable" }), embargo("tomorrow")],
  });
  expect(story?.control).toEqual({ pubStatus: "withheld" });
  expect(story?.problems).toMatchObject([{ code: "embargo-without-end", path: "embargoedUntil" }]);
  expect(story?.problems[0]?.message).toContain('"tomorrow" at a/b');
  expect(storyOfFields({ headline, body, orders: [embargo("?"), canceled] })?.control?.pubStatus).toBe(
    "canceled",
  );
});

test("storyOfFields() calls a story without a headline by its first words, with little confidence", () => {
  const story = storyOfFields({ body });
  expect(story?.headline).toBe(
    "The ferry left the harbour on time, and nobody was surprised by that at all.",
  );
  expect(story?.evidence.find(({ path }) => path === "headline")).toMatchObject({
    rule: "headline-from-text",
    confidence: 0.3,
  });
  expect(storyOfFields({ body: found(textBody("喫茶店".repeat(100))) })?.headline).toHaveLength(81);
});

test("storyOfFields() makes no story of nothing, but keeps what withdraws one", () => {
  const nothing = { body: found(emptyBody), id: found("tag:a,1:2") };
  expect(storyOfFields(nothing)).toBeUndefined();
  expect(
    storyOfFields({ ...nothing, orders: [found({ kind: "usable", printed: "usable" })] }),
  ).toBeUndefined();
  expect(storyOfFields({ ...nothing, orders: [canceled] })).toMatchObject({
    headline: "tag:a,1:2",
    control: { pubStatus: "canceled" },
  });
});

test.each([
  ["tag:a.example,2026:1", "b.example", "tag:a.example,2026:1"],
  ["https://a.example/?p=1", "b.example", "https://a.example/?p=1"],
  ["1187", "b.example", "b.example:1187"],
  ["1187", undefined, "1187"],
])("globalId() makes of %j of %j %j", (id, authority, global) => {
  expect(globalId(id, authority)).toBe(global);
});

test.each([
  ["By Jane Doe, Energy Editor", "Jane Doe, Energy Editor", "Jane Doe"],
  ["بقلم سلمى فارس", "سلمى فارس", "سلمى فارس"],
  ["Por Marina Alves", "Marina Alves", "Marina Alves"],
  ["REDAKTION", "REDAKTION", undefined],
])("readPrintedByline() takes the label off %j", (printed, without, name) => {
  expect(readPrintedByline(printed)).toEqual({ printed: without, ...(name === undefined ? {} : { name }) });
});

test.each([
  ["en-US", "رست السفينة في الميناء صباح اليوم", "ar", "language-contradicted"],
  ["ar", "رست السفينة في الميناء صباح اليوم", "ar", "language-declared"],
  ["pt_BR", "O navio chegou", "pt-BR", "language-declared"],
  ["sr", "Brod je stigao u luku", "sr", "language-declared"],
  ["ja", "船", "ja", "language-declared"],
  ["ARA", "رست السفينة", "ar", "language-declared"],
  ["English", "השכונה חוגגת", "he", "language-from-text"],
  [undefined, "123", "und", "language-from-text"],
  ["en-x", "123", "und", "language-from-text"],
])("resolveLanguage() makes of %j and %j %j", (declared, text, language, rule) => {
  expect(resolveLanguage(declared, text)).toMatchObject({ language, rule });
});

test.each([
  ["one\n\ntwo\nthree\n \n\nfour\n", ["one", "two three", "four"]],
  ["one\r\ntwo\r\n", ["one", "two"]],
  ["   first line\nof the first\n   second", ["first line of the first", "second"]],
  ["", []],
  [" \n\t\n", []],
])("textBody() finds the paragraphs of %j", (text, paragraphs) => {
  expect(textBody(text).blocks.map((block) => (block.kind === "text" ? block.spans[0]?.text : "?"))).toEqual(
    paragraphs,
  );
});

test.each([
  ["x<y and z>w", "x<y and z>w"],
  ["AT&T & <em>friends</em>", "AT&T & friends"],
  ["Fish &amp; chips", "Fish & chips"],
  ["<p>one</p><p>two</p>", "one two"],
  [" ", undefined],
  [undefined, undefined],
])("cleanLine() makes of %j %j", (text, plain) => {
  expect(cleanLine(text)).toBe(plain);
});

test("storyOfFields() tells a summary that is the first paragraph once, in the text", () => {
  const summary = "The ferry left the harbour on time, and nobody was surprised by that at all.";
  const story = storyOfFields({ headline, body, summary: found(summary) });
  expect(story?.summary).toBeUndefined();
  expect(story?.evidence.map(({ path }) => path)).not.toContain("summary");
  expect(storyOfFields({ headline, body, summary: found("A ferry leaves.") })?.summary).toBe(
    "A ferry leaves.",
  );
});
