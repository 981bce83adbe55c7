import type { JudgedLine } from "./score-story.ts";
import { isRight } from "./measures.ts";

/** How often something was said, and how often it was right. */
export interface Tally {
  readonly fired: number;
  readonly right: number;
}

/** Counts how many lines each row of the rules' tables gave a role, and to how many the right one. Pure. */
export function ruleCounts(lines: readonly JudgedLine[]): Map<object | undefined, Tally> {
  const counts = new Map<object | undefined, Tally>();
  for (const line of lines) {
    const { fired, right } = counts.get(line.claim.row) ?? { fired: 0, right: 0 };
    counts.set(line.claim.row, { fired: fired + 1, right: right + (isRight(line) ? 1 : 0) });
  }
  return counts;
}

/** Whether confidence means what it says: the lines in bins of a tenth, with the mean of what is said in each. Pure. */
export function calibration(
  lines: readonly JudgedLine[],
): { readonly from: number; readonly said: number; readonly tally: Tally }[] {
  return Array.from({ length: 10 }, (_, bin) => {
    const own = lines.filter(({ claim }) => Math.min(9, Math.floor(claim.confidence * 10 + 1e-9)) === bin);
    return {
      from: bin / 10,
      said: own.reduce((sum, { claim }) => sum + claim.confidence, 0) / Math.max(own.length, 1),
      tally: { fired: own.length, right: own.filter(isRight).length },
    };
  });
}
