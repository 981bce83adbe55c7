import fc from "fast-check";
import { expect, test } from "vitest";
import { toSlug } from "../../schemas/slugify.ts";

test.each([
  ["Arabic", "لافروف: هناك قنوات اتصال لحل الأزمة السورية", "lafrwf-hnak-qnwat-atsal-lhl-alazmh-alswryh"],
  ["Persian", "گزارش خبری", "gzarsh-khbry"],
  ["Hebrew", "שלום עולם", "slvm-vlm"],
  ["Chinese", "中文新闻标题", "zhong-wen-xin-wen-biao-ti"],
  ["Japanese", "日本語のニュース", "ri-ben-yu-noniyusu"],
  ["Hindi", "हिन्दी समाचार", "hindi-smacar"],
  ["Russian", "Привет мир", "privet-mir"],
  ["English", "C’est l'été: REUTERS/AP – 3.5%", "cest-lete-reuters-ap-3-5percent"],
  ["emoji alone", "😀", "grinning"],
])("toSlug() romanises %s", (_script, text, slug) => {
  expect(toSlug(text)).toBe(slug);
});

test("toSlug() cuts a long text between words", () => {
  expect(toSlug("word ".repeat(40))).toBe(Array(16).fill("word").join("-"));
  expect(toSlug(`${"a".repeat(70)} ${"b".repeat(30)}`)).toBe("a".repeat(70));
});

test("toSlug() cuts a single long word at 80 characters", () => {
  expect(toSlug("x".repeat(200))).toBe("x".repeat(80));
});

test("toSlug() returns the empty string when nothing can be romanised", () => {
  expect(toSlug(" … ؟ ")).toBe("");
});

test("toSlug() gives hyphenated ASCII words of at most 80 characters, and is its own slug", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const slug = toSlug(text);
      expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      expect(slug.length).toBeLessThanOrEqual(80);
      expect(toSlug(slug)).toBe(slug);
    }),
  );
});
