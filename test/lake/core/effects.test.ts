import fc from "fast-check";
import { applyPatch as applyMendoza } from "mendoza";
import { describe, expect, it } from "vitest";
import type { LakeDocument } from "../../../lake/core/dataset.ts";
import { effectsBetween } from "../../../lake/core/effects.ts";

/** Few names and values, so that two documents often have much in common. */
const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    fc.constantFrom(0, 1, "", "one", "عنوان", true, null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "Z", "ä", "_key", "10", "9"), tie("value"), { maxKeys: 3 }),
  ),
})).value;

const anyDocument: fc.Arbitrary<LakeDocument | null> = fc.option(
  fc.dictionary(fc.constantFrom("a", "b", "Z", "ä", "عنوان", "10", "9"), anyValue).map((content) => ({
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
      { numRuns: 1_000 },
    );
  });

  it("says no more than what changed", () => {
    const story = (text: string): LakeDocument => ({
      _id: "story",
      _type: "story",
      _rev: "one",
      _createdAt: "2026-11-23T10:00:00Z",
      _updatedAt: "2026-11-23T10:00:00Z",
      body: ["a", "b", "c"].map((_key) => ({
        _key,
        children: [{ _key, text: _key === "b" ? text : "same" }],
      })),
    });
    const { apply } = effectsBetween(story("old"), story("new"));
    expect(JSON.stringify(apply)).toBe('[11,4,21,0,1,12,1,11,1,12,0,17,"new","text",16,15,16,21,2,3,15]');
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
