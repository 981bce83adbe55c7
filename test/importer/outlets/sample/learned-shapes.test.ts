import { describe, expect, test } from "vitest";
import { digestOf } from "../../../../importer/digest.ts";
import { habitRules } from "../../../../importer/outlets/sample/habit-rules.ts";
import { learnedShapes } from "../../../../importer/outlets/sample/learned-shapes.ts";
import { featuresOf } from "../../../../importer/outlets/sample/story-features.ts";
import { sampleIdOf, StorySample } from "../../../../importer/outlets/sample/story-sample.ts";

const towns = ["Kessel", "Orlen", "Marwick", "Tolva", "Brenn", "Askel", "Dorn", "Vielle"];

/** A story of its own, with lines above its text, among its paragraphs, right below it and further down. */
const storyOf = (
  town: string,
  { head = [], text = [], end = [] }: Partial<Record<"head" | "text" | "end", readonly string[]>>,
): string =>
  [
    `${town} closes its bridge`,
    ...head,
    `The council of ${town} met on Monday evening and agreed on the plan for the bridge of ${town}.`,
    ...text,
    `Traffic in ${town} will take the ferry meanwhile, which runs every ten minutes until ${town} sleeps.`,
    ...end,
  ].join("\n\n");

function learnedFrom(texts: readonly string[]) {
  const sample = new StorySample();
  for (const [number, text] of texts.entries())
    sample.add(sampleIdOf(`${number}`), digestOf(text), featuresOf(text));
  return learnedShapes(sample);
}

/** Where the example of each rule stands. */
const parts = { head: "head", text: "text", tail: "end" } as const;

describe("the rules for habits", () => {
  test.each(habitRules.map((rule) => [`${rule.habit}: ${rule.looksAt}`, rule] as const))(
    "%s",
    (_, { habit, role, example }) => {
      const found = Object.values(parts).flatMap((part) =>
        learnedFrom(towns.slice(0, 4).map((town) => storyOf(town, { [part]: [example] }))).filter(
          (shape) => shape.habit === habit && shape.role === role,
        ),
      );
      expect(found.length).toBeGreaterThan(0);
    },
  );
});

test("learnedShapes() learns what three stories share, and nothing from two", () => {
  const texts = towns.map((town) => storyOf(town, { end: ["Gulls of the week"] }));
  expect(learnedFrom(texts.slice(0, 2))).toEqual([]);
  expect(learnedFrom(texts.slice(0, 3))).toMatchObject([
    {
      shape: "Gulls of the week",
      habit: "ending",
      role: "boilerplate",
      stands: "tail",
      stories: 3,
      isUsual: true,
    },
  ]);
});

test("learnedShapes() learns what differs in numbers and dates alone", () => {
  const texts = towns.map((town, number) =>
    storyOf(town, {
      head: [`River desk, 1${number} March 2024, updated ${number}:05`],
      end: [`${number} gulls`],
    }),
  );
  expect(learnedFrom(texts)).toMatchObject([
    { shape: "River desk, #, updated #", habit: "date", role: "date", stands: "head" },
    { shape: "# gulls", habit: "ending" },
  ]);
});

test("learnedShapes() counts versions of one story once", () => {
  const first = storyOf("Kessel", {
    text: ["The mayor of the town was not there."],
    end: ["Win a rowing boat"],
  });
  const versions = [1, 2, 3, 4, 5].map((version) => `${first}\n\nCorrects the name of bridge ${version}`);
  expect(learnedFrom([first, ...versions])).toEqual([]);
  expect(learnedFrom([first, ...versions, storyOf("Orlen", { end: ["Win a rowing boat"] })])).toEqual([]);
});

test("learnedShapes() learns no line that few of the stories have", () => {
  const texts = Array.from({ length: 40 }, (_, number) =>
    storyOf(`Town${"abcdefghij".charAt(number % 10)}${"klmnopqrst".charAt(number / 10)}`, {
      end: number < 4 ? ["Win a rowing boat"] : [],
    }),
  );
  expect(learnedFrom(texts)).toEqual([]);
});

test("learnedShapes() learns nothing of what says whose story it is", () => {
  const texts = towns.map((town) =>
    storyOf(town, { head: ["By Jane Doe"], text: ["Photo: Reuters"], end: ["Source: Reuters", "AFP"] }),
  );
  expect(learnedFrom(texts)).toEqual([]);
});
