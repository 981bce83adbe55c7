import { expect, test } from "vitest";
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
  const [headline] = compareFields({ headline: "افتتاح الجسر الجديد" }, { headline: "افتتاح الجسر القديم" });
  expect(headline?.mine).toEqual([
    { kind: "same", text: "افتتاح الجسر " },
    { kind: "added", text: "الجديد" },
  ]);
  expect(compareFields({}, { body: [], keywords: null })).toEqual([]);
});
