import { describe, expect, test } from "vitest";
import { readCorpus } from "./corpus/read-corpus.ts";
import { fieldAccuracy, lineAccuracy, macroF1 } from "./corpus/render-scores.ts";
import { scoreStory } from "./corpus/score-story.ts";
import { groupLines } from "../importer/parse/text/lines.ts";

const corpus = readCorpus();

/** A bit below what `npm run eval` prints (docs/accuracy.md), so that a rule that makes reading worse is noticed. */
const floors = {
  tune: { lines: 0.91, macroF1: 0.86, fields: 0.81 },
  "held-out": { lines: 0.83, macroF1: 0.74, fields: 0.65 },
} as const;

test("the corpus has 150 stories in at least 14 languages, a third of them messy", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(150);
  expect(new Set(corpus.map(({ gold }) => gold.language.slice(0, 2))).size).toBeGreaterThanOrEqual(14);
  expect(corpus.filter(({ gold }) => gold.messy).length).toBeGreaterThanOrEqual(corpus.length / 3);
});

test.each(corpus.map((story) => [story.name, story] as const))(
  "%s has a role for every line",
  (_, { text, gold }) => {
    const lines = groupLines(text).flat();
    expect(gold.roles.map(({ line }) => line)).toEqual(
      expect.arrayContaining(lines.map(({ number }) => number)),
    );
    expect(new Set(gold.roles.map(({ line }) => line)).size).toBe(gold.roles.length);
    expect(gold.fields.headline ?? "").not.toBe("");
  },
);

describe.each(["tune", "held-out"] as const)("the %s half", (half) => {
  const scores = corpus.filter((story) => story.half === half).map(scoreStory);

  test("is read at least as well as before", () => {
    expect(lineAccuracy(scores)).toBeGreaterThan(floors[half].lines);
    expect(macroF1(scores)).toBeGreaterThan(floors[half].macroF1);
    expect(fieldAccuracy(scores)).toBeGreaterThan(floors[half].fields);
  });
});
