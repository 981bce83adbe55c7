import { toProblem } from "../../problems.ts";
import type { ParsedItem } from "../parser.ts";

/**
 * Passes on the items found in an input, and adds a problem if there are none.
 *
 * @param format Its everyday name, with article.
 */
export function* orNoStories(items: Iterable<ParsedItem>, format: string): Generator<ParsedItem> {
  let isEmpty = true;
  for (const item of items) {
    if (item.kind !== "note") isEmpty = false;
    yield item;
  }
  if (isEmpty) {
    yield {
      kind: "problem",
      problem: toProblem("no-stories-in-input", `The input is ${format} but contains no stories`),
    };
  }
}
