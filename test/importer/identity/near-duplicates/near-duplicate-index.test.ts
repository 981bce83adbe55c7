import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  NearDuplicateIndex,
  nearDuplicateBits,
} from "../../../../importer/identity/near-duplicates/near-duplicate-index.ts";
import {
  hammingDistance,
  parseHash,
  simHash,
} from "../../../../importer/identity/near-duplicates/sim-hash.ts";

const story = readFileSync(new URL("../../../../seeds/000_930b5d963694ee47.txt", import.meta.url), "utf8");

const distance = (a: string, b: string): number => hammingDistance(parseHash(a), parseHash(b));

test("simHash() puts a lightly edited story near the original", () => {
  const edited = story.replace("الأربعاء", "الخميس").replace("ليست سوى", "ليست إلا") + "\nشارك هذا الخبر";
  expect(distance(simHash(story), simHash(edited))).toBeLessThanOrEqual(nearDuplicateBits);
});

test("simHash() keeps two different stories apart", () => {
  const lines = story.split("\n").filter((line) => line.length > 200);
  const half = lines.length / 2;
  const [first, second] = [lines.slice(0, half).join("\n"), lines.slice(half).join("\n")];
  expect(distance(simHash(first), simHash(second))).toBeGreaterThan(nearDuplicateBits);
});

test("simHash() ignores diacritics, tatweel, letter forms, punctuation and case", () => {
  expect(simHash("قال الوزيــر إنَّ المدينة آمنة.")).toBe(simHash("قال الوزير ان المدينه امنه"));
  expect(simHash("Talks END in Moscow, at last")).toBe(simHash("talks end in moscow at last"));
});

test("NearDuplicateIndex finds every story within the distance and no other", () => {
  const hash = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
  const flips = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 12 });
  const text = (value: bigint): string => value.toString(16).padStart(16, "0");
  fc.assert(
    fc.property(hash, fc.array(flips, { maxLength: 8 }), (origin, variants) => {
      const index = new NearDuplicateIndex();
      const hashes = variants.map((bits) =>
        text(bits.reduce((value, bit) => value ^ (1n << BigInt(bit)), origin)),
      );
      hashes.forEach((value, number) => index.add(`story-${number}`, value));
      const expected = hashes.flatMap((value, number) =>
        distance(text(origin), value) <= nearDuplicateBits ? [`story-${number}`] : [],
      );
      expect(index.find("origin", text(origin)).sort()).toEqual(expected.sort());
    }),
  );
});
