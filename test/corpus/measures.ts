import type { Judged, JudgedLine, StoryScore } from "./score-story.ts";

/** Counts of one label: told rightly, told wrongly, missed. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** The lines of one story. */
interface JudgedLines {
  readonly lines: readonly JudgedLine[];
}

/** Harmonic mean of precision and recall, over labels of all lines together. */
export const f1Of = ({ right, wrong, missed }: Readonly<Counts>): number =>
  right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);

/** The lines' roles told rightly, as a share. */
export function lineAccuracy(scores: readonly JudgedLines[]): number {
  const lines = scores.flatMap((score) => score.lines);
  return lines.filter(isRight).length / Math.max(lines.length, 1);
}

/** Mean of the roles' F1, each role counting the same. */
export function macroF1(scores: readonly JudgedLines[]): number {
  const all = [...countRoles(scores).values()];
  return all.reduce((sum, counts) => sum + f1Of(counts), 0) / Math.max(all.length, 1);
}

/** The fields told rightly, as a share of those that a story has or is said to have. */
export function fieldAccuracy(scores: readonly StoryScore[]): number {
  const fields = scores.flatMap((score) => score.fields);
  return fields.filter(isRight).length / Math.max(fields.length, 1);
}

/** Counts of each role, over the lines of all stories together. */
export function countRoles(scores: readonly JudgedLines[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const of = (role: string): Counts => {
    const own = counts.get(role) ?? { right: 0, wrong: 0, missed: 0 };
    counts.set(role, own);
    return own;
  };
  for (const { wanted, got } of scores.flatMap(({ lines }) => lines)) {
    if (wanted === got) of(wanted).right += 1;
    else {
      of(wanted).missed += 1;
      of(got).wrong += 1;
    }
  }
  return counts;
}

export const isRight = ({ wanted, got }: Judged): boolean => wanted === got;
