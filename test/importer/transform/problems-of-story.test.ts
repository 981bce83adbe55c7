import { expect, test } from "vitest";
import { parseText } from "../../../importer/parse/text/parse-text.ts";
import { problemsOfStory } from "../../../importer/transform/problems-of-story.ts";
import { type Evidence, isUnsure } from "../../../schemas/index.ts";

const story = parseText("Ferry stops at Kessel\n\nThe ferry did not sail on Monday.\n\nSource: Reuters\n");

const questionsAbout = (...evidence: readonly Evidence[]) =>
  problemsOfStory({ ...story, evidence }, "article-1").filter(({ code }) => code === "low-confidence");

test.each([0, 0.3, 0.49, 0.5, 0.51, 1])(
  "problemsOfStory() asks about a value of confidence %d if it is unsure",
  (confidence) => {
    const questions = questionsAbout({ path: "byline", lines: [3], rule: "short-line", confidence });
    expect(questions).toHaveLength(isUnsure(confidence) ? 1 : 0);
  },
);

test("problemsOfStory() asks at the field of the article, which for a picture is the text", () => {
  const doubtful = (path: string): Evidence => ({ path, rule: "guess", confidence: 0.1 });
  const paths = ["headline", "pictures[0]", "pictures[12].altTexts", "control.note"];
  expect(questionsAbout(...paths.map(doubtful)).map(({ path }) => path)).toEqual([
    "headline",
    "body",
    "body",
    "control.note",
  ]);
});
