import { toProblem } from "../../problems.ts";
import type { InputPiece } from "../input-piece.ts";
import type { ParsedItem } from "../parser.ts";
import type { FoundStory } from "./found-story.ts";
import { storyOfFields } from "./story-of-fields.ts";

/**
 * Returns the story that was found, or a problem if it has neither headline nor text. Pure.
 *
 * @param pieces All that the input says of the story, in reading order.
 */
export function storyItem(found: FoundStory, pieces: readonly InputPiece[]): ParsedItem {
  const story = storyOfFields(found, pieces);
  return story === undefined
    ? unsupported(`The item at ${found.body.place} has neither a headline nor text`)
    : { kind: "story", story };
}

/** A part of the input that contains no story. Pure. */
export const unsupported = (message: string, line?: number): ParsedItem => ({
  kind: "problem",
  problem: toProblem("unsupported-item", message, line === undefined ? {} : { line }),
});
