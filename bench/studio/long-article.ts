import { draftId } from "../../schemas/index.ts";
import { generateStory } from "../generate-story.ts";

const blocks = 300;
/** Every eighth generated story is in Arabic, from the fifth on. */
const arabicStory = (number: number): string => generateStory(number * 8 + 5);

export const longArticleId = "long-story";

/** The draft of an article in Arabic with 300 paragraphs. */
export function longArticle(): { _id: string; _type: "article" } & Record<string, unknown> {
  const paragraphs: string[] = [];
  for (let number = 0; paragraphs.length < blocks; number += 1) {
    paragraphs.push(...arabicStory(number).trim().split("\n\n").slice(1, -1));
  }
  const body = paragraphs.slice(0, blocks).map((text, index) => ({
    _type: "block",
    _key: `b${index}`,
    style: "normal",
    markDefs: [],
    children: [{ _type: "span", _key: "s", marks: [], text }],
  }));
  return { _id: draftId(longArticleId), _type: "article", headline: "قصة طويلة", language: "ar", body };
}
