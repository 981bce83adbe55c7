import fc from "fast-check";
import { expect, test } from "vitest";
import { shapeOfLine } from "../../../../importer/outlets/shapes/shape-of-line.ts";

test.each([
  ["Updated: 4 March 2024, 14:05", "Updated: #"],
  ["Updated: December 31, 2025 9:30 a.m.", "Updated: #"],
  ["Stand: Dienstag, 5. März 2024, 17:05 Uhr", "Stand: # Uhr"],
  ["نُشر: 12 آذار 2024", "نُشر: #"],
  ["آخر تحديث: ١٢ مارس ٢٠٢٤", "آخر تحديث: #"],
  ["2024年3月4日 14:05", "#年#"],
  ["12 comments", "# comments"],
  ["Page 3 of 10", "Page # of #"],
  ["4th edition", "# edition"],
  ["Channel4 live", "Channel# live"],
  ["Read\u00a0also   this", "Read also this"],
  ["* * *", ""],
])("shapeOfLine(%j) is %j", (line, shape) => {
  expect(shapeOfLine(line)).toBe(shape);
});

test("shapeOfLine() keeps the numbers of a sentence, and has no shape for a paragraph", () => {
  const sentence = "The index of the harbour rose by 3 points on Monday.";
  expect(shapeOfLine(sentence)).toBe(sentence);
  expect(shapeOfLine("The bridge will be closed. ".repeat(20))).toBe("");
});

test("shapeOfLine() of a shape is the shape", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (line) => {
      const shape = shapeOfLine(line);
      expect(shapeOfLine(shape)).toBe(shape);
    }),
  );
});
