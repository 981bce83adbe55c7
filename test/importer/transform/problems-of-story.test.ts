import { expect, test } from "vitest";
import { parseText } from "../../../importer/parse/text/parse-text.ts";
import { problemsOfStory } from "../../../importer/transform/problems-of-story.ts";
import { type Evidence, isUnsure } from "../../../schemas/index.ts";

const story = parseText("Ferry stops at Kessel\n\nThe ferry did not sail on Monday.\n\nSource: Reuters\n");

const images = new Map([[1, "newsimage-1"]]);

const questionsAbout = (...evidence: readonly Evidence[]) =>
  problemsOfStory({ ...story, evidence }, { article: "article-1", images }).filter(
    ({ code }) => code === "low-confidence",
  );

test.each([0, 0.3, 0.49, 0.5, 0.51, 1])(
  "problemsOfStory() asks about a value of confidence %d if it is unsure",
  (confidence) => {
    const questions = questionsAbout({ path: "byline", lines: [3], rule: "short-line", confidence });
    expect(questions).toHaveLength(isUnsure(confidence) ? 1 : 0);
  },
);

test("problemsOfStory() asks at the field of the document: of a picture, of the article, or at its text", () => {
  const doubtful = (path: string): Evidence => ({ path, rule: "guess", confidence: 0.1 });
  const paths = ["headline", "pictures[1]", "pictures[1].altTexts", "pictures[12].altTexts", "control.note"];
  expect(questionsAbout(...paths.map(doubtful)).map(({ documentId, path }) => [documentId, path])).toEqual([
    ["article-1", "headline"],
    ["newsimage-1", undefined],
    ["newsimage-1", "altTexts"],
    ["article-1", "body"],
    ["article-1", "control.note"],
  ]);
});
