import { endsSentence } from "../phrases/line-shape.ts";
import type { RoleBoard } from "./role-board.ts";
import { boilerplateRules } from "./rules/boilerplate-rules.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";

/** Claims lines that belong to the page and not to the story, wherever they are. */
export function claimBoilerplate(board: RoleBoard): void {
  for (const line of board.lines) {
    const above = board.lines[line.index - 1];
    const pageLineAbove = board.claimOf(above)?.role === "boilerplate" ? above : undefined;
    claimByRules(board, boilerplateRules, { line, pageLineAbove, below: board.lines[line.index + 1] });
  }
  withdrawTitle(board);
}

/**
 * "Weather", "Story 3": words of the page, but nothing else is above the first sentence. The line right above it is
 * then the headline.
 */
function withdrawTitle(board: RoleBoard): void {
  const top = board.firstFree();
  const above = board.lines[(top?.index ?? 0) - 1];
  if (top === undefined || above === undefined || !endsSentence(top.text)) return;
  board.withdraw(above, "known-line");
}
