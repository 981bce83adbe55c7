import { describe, expect, test } from "vitest";
import { foldText } from "../../lake/text/fold-text.ts";
import { excerptOf } from "../../queries/search/excerpt-of.ts";
import { foldWord } from "../../queries/search/fold-word.ts";
import { markText } from "../../queries/search/mark-text.ts";
import { searchedPhrases } from "../../queries/search/searched-phrases.ts";

const marked = (text: string, search: string): readonly string[] =>
  markText(text, searchedPhrases(search)).map(({ start, end }) => text.slice(start, end));

/** Every word that `docs/search.md` and the lake's own tests name, and more scripts. */
const words = [
  ..."MOSCOW Hélène Łódź Straße İSTANBUL ISTANBUL ıstanbul أنسا انسا على علي خدعة خدعه مـــوسكو الهُدنةُ كتابی".split(
    " ",
  ),
  ..."שָׁלוֹם ٢٠١٦ १२ ۱۲ ﬁn ＡＢＣ दिन दान Ünïcödé œuvre Æther ðorn þing ΟΔΥΣΣΕΥΣ ὀδύς Ёлка йод กำลัง 漢字 ½ ² Ⅷ".split(
    " ",
  ),
  "soft\u00adhyphen",
  "\u200fعربي\u200e",
];

test.each(words)("foldWord() folds %s as the embedded lake does", (word) => {
  expect(foldWord(word)).toBe(foldText(word));
});

const cases: readonly (readonly [search: string, text: string, expected: readonly string[]])[] = [
  ["harbour", "The Harbour, the HARBOUR's wall, harbours", ["Harbour", "HARBOUR"]],
  ["harb*", "The Harbour and its harbours", ["Harbour", "harbours"]],
  ['"old harbour"', "The old town, the old harbour, harbour", ["old harbour"]],
  ['"old harb*"', "The old harbour", ["old harbour"]],
  ["old -new", "old and new", ["old"]],
  ["moscow vote", "Vote in Moscow: a vote", ["Vote", "Moscow", "vote"]],
  ["helene", "Hélène", ["Hélène"]],
  ["الهدنة", "قال إن الهُدنةُ بدأت", ["الهُدنةُ"]],
  ["علي", "على الطريق", ["على"]],
  ["2016", "عام ٢٠١٦", ["٢٠١٦"]],
  ["東京", "今日東京で", ["東京"]],
  ["old older", "old", ["old"]],
  ["*", "anything", []],
  ["  ", "anything", []],
  ["<b>", "a <b> c", ["b"]],
];

describe("markText()", () => {
  test.each(cases)("finds %s in %s", (search, text, expected) => {
    expect(marked(text, search)).toEqual(expected);
  });
});

test("excerptOf() shows the passage around the first word found, cut between words", () => {
  const text = `${"before ".repeat(60)}harbour ${"after ".repeat(100)}`;
  const { text: shown, marks } = excerptOf(text, searchedPhrases("harbour"));
  expect(shown).toMatch(/^…before (?:before )*harbour (?:after )*after…$/);
  expect(shown.length).toBeLessThan(290);
  expect(marks.map(({ start, end }) => shown.slice(start, end))).toEqual(["harbour"]);
});

test("excerptOf() shows the beginning of a text in which nothing is found, and all of a short one", () => {
  expect(excerptOf("Short text", searchedPhrases("harbour"))).toEqual({ text: "Short text", marks: [] });
  expect(excerptOf("漢".repeat(400), searchedPhrases("harbour")).text).toBe(`${"漢".repeat(280)}…`);
});
