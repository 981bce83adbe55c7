import { expect, test } from "vitest";
import type { Found } from "../../../../importer/parse/fields/found.ts";
import { globalId } from "../../../../importer/parse/addresses/global-id.ts";
import { emptyBody } from "../../../../importer/parse/fields/parsed-body.ts";
import { plainText } from "../../../../importer/parse/fields/plain-text.ts";
import { pubStatusOf } from "../../../../importer/parse/control/pub-status.ts";
import { readPrintedByline } from "../../../../importer/parse/phrases/read-printed-byline.ts";
import { resolveLanguage } from "../../../../importer/parse/fields/resolve-language.ts";
import { textBody } from "../../../../importer/parse/fields/text-body.ts";
import { toParsedStory } from "../../../../importer/parse/fields/to-parsed-story.ts";

const found = <Value>(value: Value): Found<Value> => ({ value, place: "a/b", rule: "a-rule", confidence: 1 });
const body = found(textBody("The ferry left the harbour on time, and nobody was surprised by that at all."));
const headline = found("Ferry leaves");

test("toParsedStory() lets the canonical address identify a story before the provider's id does", () => {
  const both = {
    headline,
    body,
    url: found("https://a.example/x?utm_source=rss#top"),
    id: found("tag:a,1:2"),
  };
  expect(toParsedStory(both)?.identity).toEqual({ kind: "url", value: "https://a.example/x" });
  expect(toParsedStory({ ...both, url: found("ftp://a.example/x") })?.identity).toEqual({
    kind: "id",
    value: "tag:a,1:2",
  });
  expect(toParsedStory({ headline, body })?.identity).toBeUndefined();
});

test("toParsedStory() takes the day of a time without a zone, and keeps what stood there", () => {
  const story = toParsedStory({ headline, body, publishedAt: found("2026-01-31 12:00") });
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

test("toParsedStory() takes no date that it cannot read, and says what stood there", () => {
  const story = toParsedStory({ headline, body, publishedAt: found("04/03/2026 or so") });
  expect(story?.publishedAt).toBeUndefined();
  expect(story?.problems).toMatchObject([{ code: "date-unreadable", path: "publishedAt" }]);
  expect(story?.problems[0]?.message).toContain('"04/03/2026 or so" at a/b: it is no date');
});

test("toParsedStory() takes no version from a time that is no point in time", () => {
  expect(
    toParsedStory({ headline, body, versionCreated: "2026-01-31 12:00" })?.versionCreated,
  ).toBeUndefined();
  expect(toParsedStory({ headline, body, versionCreated: "2026-01-31T12:00Z" })?.versionCreated).toBe(
    "2026-01-31T12:00:00Z",
  );
});

test("toParsedStory() withholds a story whose embargo it cannot read", () => {
  const story = toParsedStory({
    headline,
    body,
    pubStatus: found("usable" as const),
    embargoedUntil: found("tomorrow"),
  });
  expect(story?.control).toEqual({ pubStatus: "withheld" });
  const dayAlone = toParsedStory({ headline, body, embargoedUntil: found("2026-01-31") });
  expect(dayAlone?.control).toEqual({ pubStatus: "withheld" });
  expect(dayAlone?.problems[0]?.message).toContain("it names a day and no time");
  const canceled = toParsedStory({
    headline,
    body,
    pubStatus: found("canceled" as const),
    embargoedUntil: found("?"),
  });
  expect(canceled?.control?.pubStatus).toBe("canceled");
});

test("toParsedStory() calls a story without a headline by its first words, with little confidence", () => {
  const story = toParsedStory({ body });
  expect(story?.headline).toBe(
    "The ferry left the harbour on time, and nobody was surprised by that at all.",
  );
  expect(story?.evidence.find(({ path }) => path === "headline")).toMatchObject({
    rule: "headline-from-text",
    confidence: 0.3,
  });
  expect(toParsedStory({ body: found(textBody("喫茶店".repeat(100))) })?.headline).toHaveLength(81);
});

test("toParsedStory() makes no story of nothing, but keeps what withdraws one", () => {
  const nothing = { body: found(emptyBody), id: found("tag:a,1:2") };
  expect(toParsedStory(nothing)).toBeUndefined();
  expect(toParsedStory({ ...nothing, pubStatus: found("usable" as const) })).toBeUndefined();
  expect(toParsedStory({ ...nothing, pubStatus: found("canceled" as const) })).toMatchObject({
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
  ["stat:usable", "usable"],
  ["http://cv.iptc.org/newscodes/pubstatusg2/withheld", "withheld"],
  ["Cancelled", "canceled"],
  ["KILL", "canceled"],
  ["HOLD", "withheld"],
  ["embargoed", undefined],
  ["urgent", undefined],
  [undefined, undefined],
])("pubStatusOf() reads %j as %j", (code, status) => {
  expect(pubStatusOf(code)).toBe(status);
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
])("plainText() makes of %j %j", (text, plain) => {
  expect(plainText(text)).toBe(plain);
});
