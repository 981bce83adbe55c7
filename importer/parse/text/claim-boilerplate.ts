import { endsSentence } from "../phrases/line-shape.ts";
import { isMarker, isProse } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
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
      below: board.lines[line.index + 1],
      isRepeated: repeated.has(line),
    });
  }
  withdrawTitle(board);
  withdrawSeries(board);
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

/**
 * "Market report 12" above a date: the outlet has such a title over every story, but nothing else above the text is one.
 * Of several lines the longest is the headline.
 */
function withdrawSeries(board: RoleBoard): void {
  const text = board.firstFrom(0, (line) => board.isFree(line) && isProse(line));
  const above = text === undefined ? [] : board.lines.slice(0, text.index);
  if (above.some((line) => board.isFree(line) && mayBeTitle(board, line))) return;
  const [longest] = above
    .filter((line) => board.claimOf(line)?.rule === "outlet-furniture")
    .toSorted((a, b) => b.length - a.length);
  if (longest !== undefined) board.withdraw(longest, "outlet-furniture");
}

function mayBeTitle(board: RoleBoard, line: ObservedLine): boolean {
  const byline = board.bylineOf(line);
  return (
    !isMarker(line) &&
    !line.isCredit &&
    !line.isCredited &&
    (byline === undefined || byline.strength === "bare")
  );
}
