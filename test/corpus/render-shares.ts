import { fieldAccuracy, lineAccuracy, macroF1 } from "./measures.ts";
import { percent, row } from "./render-row.ts";
import type { StoryScore } from "./score-story.ts";

const nameWidth = 26;

/** Renders the totals of several sets of stories, a row for each. A set of which only lines are judged has no fields. */
export const renderShares = (
  kind: string,
  sets: readonly (readonly [string, readonly StoryScore[]])[],
): string =>
  [
    row(kind.padEnd(nameWidth), "lines", "macro F1", "fields", "stories"),
    ...sets.map(([name, scores]) =>
      row(
        name.padEnd(nameWidth),
        percent(lineAccuracy(scores)),
        percent(macroF1(scores)),
        scores.some(({ fields }) => fields.length > 0) ? percent(fieldAccuracy(scores)) : "",
        scores.length,
      ),
    ),
  ].join("\n");
