import { type DetailedSource, sourceInDetails } from "../../phrases/source-in-details.ts";
import { type Candidate, selectorOf } from "./candidate.ts";
import { detailsOf } from "./details-of.ts";
import type { TextLeaf } from "./text-leaves.ts";

/** Longer lines are paragraphs. */
const longestLine = 200;

/**
 * Finds the source that a page names in a line above or below the text, alone or among the date and the editor. Pure.
 *
 * @param lines Around the headline, and right below the text.
 */
export function findShownSource(lines: readonly TextLeaf[]): Candidate<DetailedSource> | undefined {
  for (const { element, text } of lines) {
    if (text.length > longestLine) continue;
    const value = [...detailsOf(element), text].map(sourceInDetails).find((found) => found !== undefined);
    if (value === undefined) continue;
    return { value, place: selectorOf(element), rule: "source-label", confidence: 0.9, elements: [element] };
  }
  return undefined;
}
