import fc from "fast-check";
import { expect, test } from "vitest";
import { assetDocumentId, assetFileName, parseAssetFileName } from "../../../lake/assets/asset-name.ts";
import { CaseCount } from "../../support/case-count.ts";

const sha1 = fc.stringMatching(/^[a-f0-9]{40}$/);
const extension = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const side = fc.integer({ min: 1, max: 99_999 });
const name = fc.oneof(
  fc.record({ kind: fc.constant("image" as const), sha1, width: side, height: side, extension }),
  fc.record({ kind: fc.constant("file" as const), sha1, extension }),
);

test("parseAssetFileName() reads back every name that assetFileName() writes", () => {
  fc.assert(
    fc.property(name, (written) => {
      expect(parseAssetFileName(assetFileName(written))).toEqual(written);
    }),
  );
});

test("assetDocumentId() has the form that readers of asset ids accept", () => {
  // @sanity/asset-utils 2 src/constants.ts
  const accepted = /^(?:image-[a-f0-9]{40}-\d+x\d+-[a-z0-9]+|file-[a-f0-9]{40}-[a-z0-9]+)$/;
  fc.assert(
    fc.property(name, (written) => {
      expect(assetDocumentId(written)).toMatch(accepted);
    }),
  );
});

test("parseAssetFileName() accepts no text that could leave its folder", () => {
  const counts = new CaseCount();
  const piece = fc.constantFrom("/", "\\", "..", "../", "%2f", "\0", "\n", ".", "-", "x");
  const nearly = fc.tuple(name.map(assetFileName), fc.nat(), piece).map(([whole, at, more]) => {
    const from = at % (whole.length + 1);
    return whole.slice(0, from) + more + whole.slice(from);
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), name.map(assetFileName), nearly), (text) => {
      const parsed = parseAssetFileName(text);
      counts.add(parsed ? "accepted" : "refused");
      if (parsed) {
        expect(assetFileName(parsed)).toBe(text);
        expect(text).not.toMatch(/[/\\\0\n]|\.\./);
      }
    }),
    { numRuns: 500 },
  );
  counts.expectShares({ accepted: 0.2, refused: 0.3 });
});
