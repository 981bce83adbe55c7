import type { HalfScores } from "./half-scores.ts";
import { renderScores } from "./render-scores.ts";
import { renderShares } from "./render-shares.ts";

/**
 * Renders all scores of a half. Of the held-out half, outlets are shown only together.
 *
 * @param worst How many stories to show with their mistakes.
 */
export function renderHalf({ half, stories, flattened, outlets }: HalfScores, worst: number): string {
  const all = ["all", outlets.flatMap(([, scores]) => scores)] as const;
  return [
    renderScores(half, stories, half === "tune" ? worst : 0),
    "",
    renderShares("flattening", flattened),
    "",
    renderShares("outlet", half === "tune" ? [...outlets, all] : [all]),
  ].join("\n");
}
