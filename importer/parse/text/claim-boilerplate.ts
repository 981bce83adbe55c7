import { endsSentence } from "../phrases/line-shape.ts";
import { repeatedByOutlet } from "./repeated-by-outlet.ts";
import type { RoleBoard } from "./role-board.ts";
import { boilerplateRules } from "./rules/boilerplate-rules.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";

/** Claims lines that belong to the page and not to the story, wherever they are. */
export function claimBoilerplate(board: RoleBoard): void {
  const repeated = repeatedByOutlet(board);
  for (const line of board.lines) {
    const above = board.lines[line.index - 1];
    const pageLineAbove = board.claimOf(above)?.role === "boilerplate" ? above : undefined;
    claimByRules(board, boilerplateRules, {
      line,
      pageLineAbove,
      isRepeated: repeated.has(line),
    });
  }
  withdrawTitle(board);
}

/**
 * "Weather", "Story 3": words of the page, or a title that the outlet repeats, but nothing else is above the first sentence. The line right above it is
 * then the headline.
 */
function withdrawTitle(board: RoleBoard): void {
  const top = board.firstFree();
  const above = board.lines[(top?.index ?? 0) - 1];
  if (top === undefined || above === undefined || !endsSentence(top.text)) return;
  if (!board.withdraw(above, "known-line")) board.withdraw(above, "outlet-furniture");
}
