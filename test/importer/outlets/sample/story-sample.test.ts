import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf } from "../../../../importer/digest.ts";
import { sampleFromJson, sampleToJson } from "../../../../importer/outlets/sample/sample-json.ts";
import { featuresOf } from "../../../../importer/outlets/sample/story-features.ts";
import { sampleIdOf, sampleSize, StorySample } from "../../../../importer/outlets/sample/story-sample.ts";

const textOf = (number: number): string =>
  `River desk\n\nStory ${number}\n\nThe council of town ${number} met on Monday evening and agreed on the plan for its bridge.\n\nListen to ${number} stories`;

function sampleOf(numbers: readonly number[], sample = new StorySample()): StorySample {
  for (const number of numbers) {
    const text = textOf(number);
    sample.add(sampleIdOf(`${number}.txt`), digestOf(text), featuresOf(text));
  }
  return sample;
}

/** The sample after a run stored it and the next one read it. */
const stored = (sample: StorySample): StorySample => sampleFromJson(sampleToJson(sample));

const stories = fc.uniqueArray(fc.nat({ max: 2_000 }), { minLength: 1, maxLength: 2.5 * sampleSize });

test("a sample is the same whatever the order of the stories, and however often they are added", () => {
  fc.assert(
    fc.property(stories, fc.infiniteStream(fc.nat()), (numbers, ranks) => {
      const order = numbers
        .map((number) => ({ number, rank: ranks.next().value }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ number }) => number);
      const once = sampleToJson(sampleOf(numbers));
      expect(sampleToJson(sampleOf(order))).toBe(once);
      expect(sampleToJson(sampleOf(order, sampleOf(numbers)))).toBe(once);
    }),
    { numRuns: 12 },
  );
});

test("a sample is the same however the stories are divided among runs", () => {
  fc.assert(
    fc.property(stories, fc.nat(), (numbers, cut) => {
      const at = cut % numbers.length;
      const inTwo = sampleOf(numbers.slice(at), stored(sampleOf(numbers.slice(0, at))));
      expect(sampleToJson(inTwo)).toBe(sampleToJson(sampleOf(numbers)));
    }),
    { numRuns: 12 },
  );
});

test("a sample that is read one story after the other knows what they share", () => {
  const oneByOne = [1, 2, 3].reduce(
    (sample, number) => sampleOf([number], stored(sample)),
    new StorySample(),
  );
  expect([...stored(oneByOne).shapes.values()]).toEqual(
    expect.arrayContaining([
      { kind: "line", shape: "River desk" },
      { kind: "line", shape: "Story #" },
      { kind: "line", shape: "Listen to # stories" },
    ]),
  );
});

test("a sample does not grow with the stories, and tells how many there were", () => {
  const few = sampleOf(Array.from({ length: 40 }, (_, number) => number));
  expect(few.estimate()).toBe(40);
  const many = sampleOf(Array.from({ length: 2_000 }, (_, number) => number));
  expect(many.stories.size).toBe(sampleSize);
  expect(many.estimate()).toBeGreaterThan(1_500);
  expect(many.estimate()).toBeLessThan(2_500);
});

test("of two texts of a story the later one counts", () => {
  const id = sampleIdOf("a.txt");
  const sample = new StorySample();
  for (const text of [textOf(1), textOf(2)]) sample.add(id, digestOf(text), featuresOf(text));
  const other = new StorySample();
  other.add(id, digestOf(textOf(2)), featuresOf(textOf(2)));
  expect(sampleToJson(sample)).toBe(sampleToJson(other));
});

test("a sample that is damaged or of another form counts nothing", () => {
  expect(sampleFromJson("{").stories.size).toBe(0);
  expect(sampleFromJson(undefined).stories.size).toBe(0);
  expect(sampleFromJson(sampleToJson(sampleOf([1])).replace('"form":1', '"form":0')).stories.size).toBe(0);
});
