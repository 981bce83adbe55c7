import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { matchWords } from "../../../lake/query/evaluate/match-words.ts";
import { matchesText } from "../../../lake/query/evaluate/text-search.ts";
import { foldText } from "../../../lake/text/fold-text.ts";
import { parseTextQuery } from "../../../lake/text/text-query.ts";

describe("writers write the same word differently:", () => {
  it.each([
    ["case", "MOSCOW", "moscow"],
    ["accents", "Hélène Ångström", "helene angstrom"],
    ["accents that are characters of their own", "He\u0301le\u0300ne", "hélène"],
    ["German ß", "Straße STRASSE", "strasse straße"],
    ["letters with a stroke", "Łódź Sørensen Ærø", "lodz sorensen aero"],
    ["Turkish I with a dot", "İSTANBUL", "istanbul"],
    ["Turkish i without a dot", "ıstanbul", "ISTANBUL"],
    ["Turkish, both ways", "istanbul", "İSTANBUL ıstanbul"],
    ["Greek final sigma", "ΟΔΟΣ", "οδος"],
    ["hamza on alef", "أنسا إسلام آسيا", "انسا اسلام اسيا"],
    ["hamza on waw and ya", "مؤتمر رئيس", "موتمر رييس"],
    ["ya and alef maqsura", "على مستشفى", "علي مستشفي"],
    ["ta marbuta", "خدعة", "خدعه"],
    ["tatweel", "مـــوسكو", "موسكو"],
    ["tashkeel", "الهُدنةُ خُدعةٌ", "الهدنة خدعة"],
    ["Persian kaf and ya", "کتابی", "كتابي"],
    ["Urdu he and ye", "ہے", "هي"],
    ["Hebrew points", "שָׁלוֹם", "שלום"],
    ["Arabic digits", "٢٠١٦", "2016"],
    ["Persian digits", "۲۰۱۶", "2016"],
    ["Devanagari digits", "१२", "12"],
    ["direction marks", "\u200fأحمد\u200e", "احمد"],
    ["ligatures and full width", "ﬁn ＡＢＣ", "fin abc"],
    ["Chinese within a run", "新闻中心", "闻中"],
    ["Japanese within a run", "東京カナダ大使館", "大使 カナダ"],
    ["Thai within a run", "สวัสดีประเทศไทย", "ประเทศ"],
  ])("%s", (_, text, query) => {
    expect(matchWords(text, query)).toBe(true);
    expect(matchesText(text, parseTextQuery(query))).toBe(true);
  });

  it.each([
    ["vowels of Indian scripts", "दिन", "दान"],
    ["stop words, which count like others", "a truce", "the truce"],
    ["Chinese in another order", "新闻中心", "心中"],
  ])("but not %s", (_, text, query) => {
    expect(matchWords(text, query)).toBe(false);
    expect(matchesText(text, parseTextQuery(query))).toBe(false);
  });
});

test("folding what is folded changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});
