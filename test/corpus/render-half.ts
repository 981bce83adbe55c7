import type { HalfScores } from "./half-scores.ts";
import { renderScores } from "./render-scores.ts";
import { renderShares } from "./render-shares.ts";

/**
 * Renders all scores of a half. Of the held-out half, outlets are shown only together.
 *
 * @param worst How many stories to show with their mistakes.
 */
export function renderHalf(
  { half, stories, flattened, outlets, learned }: HalfScores,
  worst: number,
): string {
  const shown = (runs: HalfScores["outlets"]): HalfScores["outlets"] => [
    ...(half === "tune" ? runs : []),
    ["all", runs.flatMap(([, scores]) => scores)],
  ];
  return [
    renderScores(half, stories, half === "tune" ? worst : 0),
    "",
    renderShares("flattening", flattened),
    "",
    renderShares("outlet", shown(outlets)),
    "",
    renderShares("learned outlet", shown(learned)),
  ].join("\n");
}
