import fc from "fast-check";
import { expect, test } from "vitest";
import { findText } from "../../../../lake/query/evaluate/find-text.ts";

test("findText() finds what indexOf() finds, in long pieces too", () => {
  const letters = (minLength: number, maxLength: number) =>
    fc.string({ unit: fc.constantFrom("a", "a", "a", "b"), minLength, maxLength });
  fc.assert(
    fc.property(letters(0, 60), letters(0, 40), letters(0, 60), fc.nat(20), (before, piece, after, from) => {
      const text = `${before}${piece}${after}`;
      expect(findText(text, piece, from)).toBe(text.indexOf(piece, from));
      expect(findText(text, `${piece}b`, from)).toBe(text.indexOf(`${piece}b`, from));
    }),
  );
});
