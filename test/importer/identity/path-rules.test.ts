import { describe, expect, test } from "vitest";
import { isSameAtPath } from "../../../importer/identity/same-path/is-same-at-path.ts";
import { pairTexts, type PathEvidence } from "../../../importer/identity/same-path/path-pair.ts";
import { type PathExample, pathRules } from "../../../importer/identity/same-path/path-rules.ts";
import { phrasesOf } from "../../../importer/identity/story-sentences.ts";
import { parseText } from "../../../importer/parse/text/parse-text.ts";

const textOf = (lines: readonly string[]): string => lines.join("\n");

const evidenceOf = ({ others = [] }: PathExample): PathEvidence => ({
  common: new Set(others.flatMap((other) => [...phrasesOf(textOf(other))])),
  datelineOf: (text) => parseText(text).dateline?.printed,
});

describe.each(pathRules)("the rule $name", ({ name, examples, decide }) => {
  const cases = (["same", "different"] as const).flatMap((answer) => {
    const example = examples[answer];
    return example === undefined ? [] : [{ answer, example }];
  });

  test("has an example, a name in kebab-case, and words that tell it from the others", () => {
    expect(cases.length).toBeGreaterThan(0);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(new Set(pathRules.map(({ looksAt }) => looksAt)).size).toBe(pathRules.length);
  });

  test.each(cases)("is the one that finds its example $answer", ({ answer, example }) => {
    const [before, now, evidence] = [textOf(example.before), textOf(example.now), evidenceOf(example)];
    const pair = pairTexts(before, now, evidence);
    const deciding = pathRules.find((rule) => rule.decide(pair) !== undefined);
    expect([deciding?.name, decide(pair)]).toEqual([name, answer === "same"]);
    expect(isSameAtPath(before, now, evidence)).toBe(answer === "same");
  });
});
