import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DiffPart, wordDiff } from "../../studio/suggestions/word-diff.ts";

const textOf = (parts: readonly DiffPart[], without: DiffPart["kind"]): string =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

const charactersOf = (text: string): number[] =>
  Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text), ({ index }) => index);

const word = fc.oneof(
  fc.constantFrom(" ", ".", "الهدنة", "هدنة", "café", "cafe\u0301", "👩‍👩‍👧", "🇸🇾", "停戦", "क्षि", "ceasefire"),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(""));

describe("wordDiff()", () => {
  test("gives back both texts, and cuts neither within a character", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        expect(textOf(parts, "added")).toBe(before);
        expect(textOf(parts, "removed")).toBe(after);
        for (const [whole, without] of [
          [before, "added"],
          [after, "removed"],
        ] as const) {
          const ends = new Set([...charactersOf(whole), whole.length]);
          let at = 0;
          for (const each of parts.filter(({ kind }) => kind !== without)) {
            at += each.text.length;
            expect(ends.has(at)).toBe(true);
          }
        }
      }),
    );
  });

  test("finds nothing changed in the same text", () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(wordDiff(same, same).filter(({ kind }) => kind !== "same")).toEqual([]);
      }),
    );
  });

  test("takes whole words of a text without letters that are alike, and neighbours together", () => {
    expect(wordDiff("قال الوزير إن الهدنة خدعة", "قال الوزير إن وقف النار خدعة")).toEqual([
      { kind: "same", text: "قال الوزير إن " },
      { kind: "removed", text: "الهدنة" },
      { kind: "added", text: "وقف النار" },
      { kind: "same", text: " خدعة" },
    ]);
    expect(wordDiff("two old boats sank", "two new ships sank")).toEqual([
      { kind: "same", text: "two " },
      { kind: "removed", text: "old boats" },
      { kind: "added", text: "new ships" },
      { kind: "same", text: " sank" },
    ]);
  });
});
