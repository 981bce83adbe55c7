import { describe, expect, test } from "vitest";
import { breaksOnPurpose } from "../../../../importer/parse/fields/breaks-on-purpose.ts";
import { textBody } from "../../../../importer/parse/fields/text-body.ts";
import { textOfBlock } from "../../../../importer/parse/text-of-block.ts";

const paragraphsOf = (text: string, isWrapped?: boolean): string[] =>
  textBody(text, isWrapped === undefined ? {} : { isWrapped }).blocks.map((block) =>
    block.kind === "text" ? textOfBlock(block) : block.kind,
  );

describe("textBody()", () => {
  test("takes lines for paragraphs where nothing says otherwise, and joins them where they are known to be wrapped", () => {
    const text = "The island ferry will sail twice as often from\nApril, the company said on Monday.";
    expect(paragraphsOf(text)).toHaveLength(2);
    expect(paragraphsOf(text, true)).toEqual([text.replace("\n", " ")]);
  });

  test("keeps lines apart that were ended before the width of the others", () => {
    const text =
      "The island ferry sails at these times from the first of April on,\nthe company said. Its timetable:\nSkarr 06.10\nHolm 06.55";
    expect(paragraphsOf(text, true)).toEqual([
      "The island ferry sails at these times from the first of April on, the company said. Its timetable:",
      "Skarr 06.10",
      "Holm 06.55",
    ]);
  });

  test.each([
    ["a word that would not have fitted", "The island ferry will sail", "twice", 30, false],
    ["a word that would have fitted", "The island ferry", "sails", 40, true],
    ["a long word", "The island ferry", "Sommerfahrplanänderungen", 40, false],
  ])("a line before %s", (_, line, next, width, isOnPurpose) => {
    expect(breaksOnPurpose(line, next, width)).toBe(isOnPurpose);
  });
});
