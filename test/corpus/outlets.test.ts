import { expect, test } from "vitest";
import { groupLines } from "../../importer/parse/text/lines.ts";
import { fieldAccuracy, lineAccuracy, macroF1 } from "./measures.ts";
import { readMaterials } from "./read-materials.ts";
import { readOutlets } from "./read-outlets.ts";
import { readRun } from "./read-run.ts";
import { scoreOutletRun } from "./score-outlet-run.ts";
import type { StoryScore } from "./score-story.ts";
import { writeOutletStory } from "./write-outlet-story.ts";

const runs = readOutlets();

test("there are runs of twelve outlets in eight languages, five to ten stories each, in both halves", () => {
  expect(runs.length).toBeGreaterThanOrEqual(12);
  expect(new Set(runs.map(({ stories }) => stories[0]?.gold.language)).size).toBeGreaterThanOrEqual(8);
  expect(new Set(runs.map(({ half }) => half)).size).toBe(2);
  for (const { key, half, stories } of runs) {
    expect(stories.length, key).toBeGreaterThanOrEqual(5);
    expect(stories.length, key).toBeLessThanOrEqual(10);
    expect(new Set(stories.map((story) => story.half)), key).toEqual(new Set([half]));
  }
});

test("the stories of the outlets are what `npm run corpus:outlets` makes of their material", () => {
  const made = readMaterials().flatMap((material) =>
    material.stories.map((_, index) => writeOutletStory(material, index)),
  );
  expect(runs.flatMap(({ stories }) => stories.map(({ text, gold }) => ({ text, gold })))).toEqual(made);
});

test("the gold of the outlets gives each line one role, and one headline to each story", () => {
  for (const { stories } of runs)
    for (const { name, text, gold } of stories) {
      const numbers = groupLines(text)
        .flat()
        .map(({ number }) => number);
      expect(
        gold.roles.map(({ line }) => line),
        name,
      ).toEqual(numbers);
      expect(gold.roles.filter(({ role }) => role === "headline").length, name).toBe(1);
      expect(text, name).not.toMatch(/[{}]/);
    }
});

test("stories of one outlet share lines of the page, and no paragraph", () => {
  for (const { key, stories } of runs) {
    const linesOf = (isWanted: (role: string) => boolean): string[][] =>
      stories.map(({ text, gold }) => {
        const lines = text.split("\n");
        return gold.roles.filter(({ role }) => isWanted(role)).map(({ line }) => lines[line - 1] ?? "");
      });
    const page = linesOf((role) => role === "boilerplate");
    const shared = page[0]?.filter((line) => page.every((lines) => lines.includes(line))) ?? [];
    expect(shared.length, key).toBeGreaterThan(3);
    const paragraphs = linesOf((role) => role === "paragraph").flat();
    expect(new Set(paragraphs).size, key).toBe(paragraphs.length);
  }
});

/** How much of it is right by what the stories teach: lines, macro F1, fields. */
const learnedShares = { tune: [0.953, 0.777, 0.698], "held-out": [0.899, 0.55, 0.77] } as const;

test.each(["tune", "held-out"] as const)(
  "reading the stories of the %s outlets by what all of them teach makes more lines and fields right",
  (half) => {
    const own = runs.filter((run) => run.half === half);
    const [alone, learned] = [undefined, readRun].map((read) =>
      own.flatMap((run) => scoreOutletRun(run, read)),
    );
    const gain = (measure: (scores: readonly StoryScore[]) => number): number =>
      measure(learned ?? []) - measure(alone ?? []);
    for (const [at, measure] of [lineAccuracy, macroF1, fieldAccuracy].entries())
      expect(measure(learned ?? [])).toBeGreaterThan(learnedShares[half][at] ?? 1);
    // The better a story is read by itself, the less is left to be learned.
    expect(gain(lineAccuracy)).toBeGreaterThan(0.05);
    expect(gain(macroF1)).toBeGreaterThan(0.05);
    expect(gain(fieldAccuracy)).toBeGreaterThan(0.05);
  },
);
