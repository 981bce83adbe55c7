import { expect, test } from "vitest";
import { sayIn } from "../../../../studio/desk/i18n/say-in.ts";
import { compareFields } from "../../../../studio/desk/duplicates/compare-fields.ts";

const body = (...paragraphs: readonly string[]): object[] =>
  paragraphs.map((text, number) => ({
    _type: "block",
    _key: `k${number}`,
    style: "normal",
    children: [{ _type: "span", _key: "s", text, marks: [] }],
  }));

test("compareFields() tells of each field that one has whether it is the same, and what stands in one alone", () => {
  const fields = compareFields(
    { headline: "Bridge opens", body: body("One.", "Two and three.") },
    { headline: "Bridge opens", byline: "Ada", body: body("One.", "Two and four.") },
    sayIn("en-US"),
  );
  expect(fields.map(({ field, isSame }) => [field, isSame])).toEqual([
    ["headline", true],
    ["byline", false],
    ["body", false],
  ]);
  expect(fields[1]).toMatchObject({ mine: [], theirs: [{ kind: "added", text: "Ada" }] });
  const only = (parts: readonly { kind: string; text: string }[] = []): string[] =>
    parts.flatMap(({ kind, text }) => (kind === "added" ? [text] : []));
  expect([only(fields[2]?.mine), only(fields[2]?.theirs)]).toEqual([["three"], ["four"]]);
  expect(fields[2]?.mine.map(({ text }) => text).join("")).toBe("One.\n\nTwo and three.");
});

test("compareFields() compares Arabic word by word, and stories without text as nothing", () => {
  const [headline] = compareFields(
    { headline: "افتتاح الجسر الجديد" },
    { headline: "افتتاح الجسر القديم" },
    sayIn("ar"),
  );
  expect(headline?.mine).toEqual([
    { kind: "same", text: "افتتاح الجسر " },
    { kind: "added", text: "الجديد" },
  ]);
  expect(compareFields({}, { body: [], keywords: null }, sayIn("ar"))).toEqual([]);
});

test("compareFields() says a status as the form does", () => {
  const stories = [{ pubStatus: "usable" }, { pubStatus: "canceled" }] as const;
  const said = (language: string) =>
    compareFields(...stories, sayIn(language)).flatMap(({ mine, theirs }) => [...mine, ...theirs]);
  expect(said("en-US").map(({ text }) => text)).toEqual(["Usable", "Canceled"]);
  expect(said("ar").map(({ text }) => text)).toEqual(["صالح للاستعمال", "مسحوب"]);
});
