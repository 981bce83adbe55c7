import fc from "fast-check";
import { applyPatch as applyMendoza } from "mendoza";
import { describe, expect, it } from "vitest";
import type { LakeDocument } from "../../../lake/core/dataset.ts";
import { applyEffect, effectsBetween } from "../../../lake/core/effects.ts";

const anyDocument: fc.Arbitrary<LakeDocument | null> = fc.option(
  fc
    .dictionary(fc.constantFrom("a", "b", "Z", "ä", "عنوان", "_x", "10", "9"), fc.jsonValue({ maxDepth: 2 }))
    .map((content) => ({
      ...JSON.parse(JSON.stringify(content)),
      _id: "story",
      _type: "story",
      _rev: "one",
      _createdAt: "2026-11-23T10:00:00Z",
      _updatedAt: "2026-11-23T10:00:00Z",
    })),
);

function withoutRev(document: LakeDocument | null): Readonly<Record<string, unknown>> | null {
  if (!document) return null;
  const { _rev, ...content } = document;
  return content;
}

describe("effectsBetween()", () => {
  it("writes patches that mendoza reads, both ways", () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const { apply, revert } = effectsBetween(before, after);
        expect(applyMendoza(withoutRev(before), [...apply])).toEqual(withoutRev(after));
        expect(applyMendoza(withoutRev(after), [...revert])).toEqual(withoutRev(before));
      }),
    );
  });

  it("writes patches that the lake reads, both ways", () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const { apply, revert } = effectsBetween(before, after);
        expect(applyEffect(apply, withoutRev(before))).toEqual(withoutRev(after));
        expect(applyEffect(revert, withoutRev(after))).toEqual(withoutRev(before));
      }),
    );
  });

  it("says that a document is gone only when it is: Studio reads [0, null] as deleted", () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const { apply } = effectsBetween(before, after);
        expect(apply[0] === 0 && apply[1] === null).toBe(after === null);
      }),
    );
  });
});
