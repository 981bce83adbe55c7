import { expect, test } from "vitest";
import { directionOf } from "../../schemas/index.ts";
import { directionOfScript } from "../../schemas/language.ts";

/** Tags that news copy comes with, and which way each is written. */
const directions = {
  rtl: [
    ["ar", "ur", "fa", "ps", "he", "yi", "ckb", "ug", "dv", "sd", "syr", "arc"],
    // Languages that a list of the well-known ones forgets.
    ["ks", "pnb", "mzn", "nqo", "glk", "lrc", "azb", "bal", "skr", "rhg"],
    // The script in the tag counts before the language's own, and the region tells which that is.
    ["ku-Arab", "az-Arab", "pa-Arab", "pa-PK", "ff-Adlm", "uz-Arab-AF", "und-Hebr", "AR", "ar-EG", "fa-IR"],
    // What is no tag to the runtime, and lets the language be read all the same.
    ["ar-arz-EG", "ar-1", "he-a"],
  ].flat(),
  ltr: [
    ["en", "zh", "zh-Hant", "pa", "hi", "ku", "az", "ms", "ha", "ff", "de-CH", "ja", "mn-Mong"],
    ["ks-Deva", "sd-Deva", "ar-Latn", "ug-Cyrl", "yi-Latn", "ar-arb-Latn"],
    ["und", "xx", "", "?", "Arabic script", "zh-cmn-Hans"],
  ].flat(),
};
const rows = Object.entries(directions).flatMap(([direction, tags]) => tags.map((tag) => [tag, direction]));

test.each(rows)("directionOf() writes %s %s", (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

test("a browser that cannot tell the direction of a language tells it by the script, with the same answer", () => {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  const triples = pairs.flatMap((pair) => letters.map((third) => pair + third));
  const withScript = ["ar-Latn", "az-Arab", "ff-Adlm", "ks-Deva", "ku-Arab", "pa-PK", "sd-Deva", "und-Nkoo"];
  const differing = [...pairs, ...triples, ...withScript].filter(
    (tag) => directionOf(tag) !== directionOfScript(new Intl.Locale(tag).maximize().script),
  );
  expect(differing).toEqual([]);
});
