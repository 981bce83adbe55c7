import { describe, expect, it } from "vitest";
import { matchesText, textScore } from "../../../../lake/query/evaluate/text-search.ts";
import { parseTextQuery } from "../../../../lake/text/text-query.ts";

const story = {
  _type: "article",
  headline: "الهدنةُ خدعة، مَوسكو تُنذِر",
  byline: "Hélène Müller-Ahmed",
  body: [{ _type: "block", children: [{ _type: "span", text: "قال أحمد لرويترز يوم ٦ أكتوبر 2016" }] }],
  tags: ["新闻中心", "שלום עולם"],
};

describe("text::query", () => {
  it.each([
    ["*", "everything"],
    ["helene", "words without their accents"],
    ["MULL*", "beginnings of words, in any case"],
    ["muller helene", "words in any order and any field"],
    ['"Müller Ahmed"', "words that stand together"],
    ["müller-ahmed", "words joined by a dash"],
    ["الهدنة", "Arabic without its vowel signs"],
    ["احمد", "alef without its hamza"],
    ["موسك*", "the beginning of an Arabic word"],
    ["خدعه", "ta marbuta written as ha"],
    ["مـــوسكو", "a word stretched with tatweel"],
    ["6 أكتوبر", "Arabic digits by European ones"],
    ["٢٠١٦", "European digits by Arabic ones"],
    ["\u200fأحمد\u200e", "words wrapped in direction marks"],
    ["新闻", "part of a Chinese word chain"],
    ["שלו*", "the beginning of a Hebrew word"],
    ["ahmed -rubbish", "texts without an excluded word"],
  ])("%j finds %s", (query) => {
    expect(matchesText(story, parseTextQuery(query))).toBe(true);
  });

  it.each([
    ["mull", "half a word"],
    ["ahmed -muller", "texts with an excluded word"],
    ['"helene ahmed"', "words that stand apart"],
    ['"muller ahmed قال"', "a phrase that reaches into another field"],
    ["helene nobody", "texts with only some of the words"],
    ["block", "names of the machinery"],
    ["心中", "Chinese characters in another order"],
    ["", "anything when nothing is asked"],
    ["!!", "anything when no word is asked"],
  ])("%j does not find %s", (query) => {
    expect(matchesText(story, parseTextQuery(query))).toBe(false);
  });

  it("searches several values at once", () => {
    expect(matchesText([story, "article-7f3a"], parseTextQuery("article-7f*"))).toBe(true);
    expect(matchesText(null, parseTextQuery("a"))).toBe(false);
  });
});

describe("the score of text::query", () => {
  const scoreOf = (text: string, query: string): number => textScore(text, parseTextQuery(query));

  it("grows with the number of times, up to the eighth", () => {
    const scores = [0, 1, 2, 8, 9].map((times) => scoreOf("foo ".repeat(times), "foo"));
    expect(scores).toEqual([0, 1, 4.4 / 3.2, 17.6 / 9.2, 17.6 / 9.2]);
  });

  it("of a beginning is that of its commonest word", () => {
    expect(scoreOf("foot food foot", "foo*")).toBe(scoreOf("foot foot", "foot"));
  });

  it("adds up that of each word", () => {
    expect(scoreOf("foo foo bar", "foo bar")).toBe(scoreOf("foo foo", "foo") + 1);
  });
});
