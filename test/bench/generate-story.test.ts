import { expect, test } from "vitest";
import { generateStories } from "../../bench/generate-stories.ts";
import { generateStory, type StoryOptions } from "../../bench/generate-story.ts";
import { parseAll } from "../support/parse-all.ts";
import { temporaryFolder } from "../support/temporary-stories.ts";

const numbers = Array.from({ length: 240 }, (_, number) => number);

async function parsed(options: StoryOptions) {
  const stories = await parseAll({
    inputs: [await generateStories(temporaryFolder(), numbers.length, options)],
  });
  return stories.map(({ documents }) => ({
    article: documents.find((document) => document._type === "article"),
    images: documents.filter((document) => document._type === "newsImage"),
    sources: documents.filter((document) => document._type === "source"),
  }));
}

test("generateStory() makes the same story of the same number, and another of another", () => {
  const stories = numbers.map((number) => generateStory(number));
  expect(numbers.map((number) => generateStory(number))).toEqual(stories);
  expect(new Set(stories).size).toBe(numbers.length);
});

test("generated stories are read as they are meant: text, pictures, languages, shared sources", async () => {
  const stories = await parsed({});
  expect(stories.map(({ images }) => images.length)).toEqual(
    numbers.map((number) => (number % 3 === 0 ? 2 : 0)),
  );
  const images = stories.flatMap((story) => story.images);
  expect(images.every(({ captions, altTexts, creators }) => captions && altTexts && creators)).toBe(true);
  expect(stories.map(({ article }) => article?.language)).toEqual(
    numbers.map((number) => (number % 8 === 5 ? "ar" : "en")),
  );
  const texts = stories.map(
    ({ article }) => article?.body?.filter(({ _type }) => _type === "block").length ?? 0,
  );
  expect(Math.min(...texts)).toBeGreaterThanOrEqual(6);
  expect(Math.max(...texts)).toBeLessThanOrEqual(11);
  expect(new Set(stories.flatMap(({ sources }) => sources.map(({ _id }) => _id))).size).toBe(20);
});

test("the corrected edition of a story is the same story with another text", async () => {
  const [first, corrected] = [await parsed({}), await parsed({ edition: 2 })];
  expect(corrected.map(({ article }) => article?._id)).toEqual(first.map(({ article }) => article?._id));
  expect(corrected.flatMap(({ images }) => images.map(({ _id }) => _id))).toEqual(
    first.flatMap(({ images }) => images.map(({ _id }) => _id)),
  );
  const changed = numbers.filter(
    (number) => first[number]?.article?.headline !== corrected[number]?.article?.headline,
  );
  expect(changed).toEqual(numbers.filter((number) => number % 2 === 0));
  expect(numbers.every((number) => generateStory(number) !== generateStory(number, { edition: 2 }))).toBe(
    true,
  );
});

test("a short story has two paragraphs and no picture", async () => {
  const stories = await parsed({ length: "short" });
  expect(stories.every(({ article, images }) => article?.body?.length === 2 && images.length === 0)).toBe(
    true,
  );
});
