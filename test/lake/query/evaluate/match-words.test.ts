import { evaluateSync, parse, toJS } from "groq-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchScore, matchWords } from "../../../../lake/query/evaluate/match-words.ts";
import { cpuMsOf } from "../../../support/cpu-time.ts";

describe("matchWords()", () => {
  it.each([
    ["foo", "*oo"],
    ["foo bar", "bar fo*"],
    ["foo.bar", "foo*bar"],
    ["photo.jpg", "*.jpg"],
    ["Müller-Ahmed's", "ahmeds muller"],
    ["Straße", "Strasse"],
    ["Strasse", "straße"],
    ["أنسا", "انسا"],
    ["İstanbul ışık", "istanbul isik"],
    ["ΟΔΟΣ", "οδος"],
    ["كتاب ٢٠١٦ क १२", "2016 12"],
    ["शब्द १२", "12"],
    ["iPhone新闻中心", "新闻 iphone"],
    ["fun 😀", "😀"],
    [
      ["one", 2, "three"],
      ["thr*", "one"],
    ],
    [{ _type: "x", name: "Reuters" }, "reut*"],
    [[{ children: [{ text: "a truce" }] }], "truce"],
  ])("finds in %j %j", (text, patterns) => {
    expect(matchWords(text, patterns)).toBe(true);
    expect(matchScore(text, patterns)).toBeGreaterThan(0);
  });

  it.each([
    ["foo", "oo"],
    ["foo", "foo bar"],
    ["新闻中心", "心中"],
    [{ _type: "block" }, "block"],
    ["foo", ""],
    ["foo", []],
    ["foo", ["foo", 1]],
    ["foo", null],
    ["", "*"],
    [null, "*"],
    [5, "5"],
  ])("does not find in %j %j", (text, patterns) => {
    expect(matchWords(text, patterns)).toBe(false);
  });

  it("finds all that groq-js finds", () => {
    const text = (letters: string) =>
      fc.string({ unit: fc.constantFrom(...letters.split("")), maxLength: 8 });
    const asked = (letters: string) => fc.oneof(text(letters), fc.array(text(letters), { maxLength: 3 }));
    // A dot in a pattern may stand for any character in groq-js, which is a fault of its own.
    const letters = "aabBé-'_* ,م";
    fc.assert(
      fc.property(asked(`${letters}.`), asked(letters), (value, patterns) => {
        const params = { text: value, asked: patterns };
        const query = parse("$text match $asked", { params });
        if (toJS(evaluateSync(query)) === true) expect(matchWords(value, patterns)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["asterisks", "a".repeat(200_000), `${"*a".repeat(500)}*b`],
    ["a long piece that almost fits", "a".repeat(1_000_000), `*b${"a".repeat(20_000)}*`],
    ["another one", "a".repeat(1_000_000), `*${"a".repeat(20_000)}b*`],
  ])("takes no time for %s", (_, text, pattern) => {
    expect(cpuMsOf(() => expect(matchWords(text, pattern)).toBe(false))).toBeLessThan(2_000);
  });
});
