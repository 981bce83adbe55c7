import fc from "fast-check";
import { expect, test } from "vitest";
import { contentOf, digestOfContent, hasSameContent } from "../../../importer/dataset/content.ts";
import { sameValue } from "../../../importer/plan/merge/same-value.ts";

const reference = fc.record(
  { _ref: fc.constantFrom("a", "b"), _weak: fc.boolean(), _key: fc.constantFrom("k", "l") },
  { requiredKeys: ["_ref"] },
);
const content = fc.dictionary(
  fc.constantFrom("headline", "body", "source"),
  fc.oneof(fc.constantFrom("one", "two"), reference, fc.array(reference, { maxLength: 2 })),
);
const system = fc.record({ _id: fc.string(), _rev: fc.string(), _updatedAt: fc.string() });

test("what holds the same content has the same digest, and says the same to the merge", () => {
  fc.assert(
    fc.property(content, content, system, (one, other, kept) => {
      const [a, b] = [{ ...kept, ...one }, other];
      const isSame = hasSameContent(a, b);
      expect(digestOfContent(a) === digestOfContent(b)).toBe(isSame);
      if (isSame) expect(sameValue(contentOf(a), contentOf(b))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test("sameValue() differs from hasSameContent() in one thing: a list of nothing is no list", () => {
  fc.assert(
    fc.property(content, content, (one, other) => {
      const withoutEmpty = (document: object): object =>
        Object.fromEntries(
          Object.entries(document).filter(([, value]) => !Array.isArray(value) || value.length > 0),
        );
      expect(sameValue(one, other)).toBe(hasSameContent(withoutEmpty(one), withoutEmpty(other)));
    }),
    { numRuns: 1_000 },
  );
});
