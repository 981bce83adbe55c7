import { toProblem } from "../../problems.ts";
import type { ParsedItem } from "../parser.ts";

/**
 * Passes on what was found in an input, and says so if it was nothing.
 *
 * @param format As a person calls it.
 */
export function* orNoStories(items: Iterable<ParsedItem>, format: string): Generator<ParsedItem> {
  let isEmpty = true;
  for (const item of items) {
    isEmpty = false;
    yield item;
  }
  if (isEmpty) {
    yield {
      kind: "problem",
      problem: toProblem("no-stories-in-input", `The input is ${format}, and holds no story`),
    };
  }
}
