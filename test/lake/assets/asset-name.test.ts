import fc from "fast-check";
import { expect, test } from "vitest";
import { assetDocumentId, assetFileName, parseAssetFileName } from "../../../lake/assets/asset-name.ts";

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
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        sha1.chain((hash) => fc.string().map((tail) => hash + tail)),
      ),
      (text) => {
        const parsed = parseAssetFileName(text);
        if (parsed) expect(assetFileName(parsed)).not.toMatch(/[/\\]|\.\./);
      },
    ),
  );
});
