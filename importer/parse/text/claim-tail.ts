import type { Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";
import { tailRules } from "./rules/tail-rules.ts";

/** Claims lines after the text: signatures, and titles of other stories. */
export function claimTail(board: RoleBoard, { end }: Bounds): void {
  let isBelowPage = false;
  let isFirst = true;
  for (const line of board.lines.slice(end)) {
    if (board.isFree(line)) {
      claimByRules(board, tailRules, { line, isBelowPage, isFirst, headsText: headsText(board, line) });
      isFirst = false;
    } else if (board.claimOf(line)?.role === "boilerplate") isBelowPage = true;
  }
}

function headsText(board: RoleBoard, line: ObservedLine): boolean {
  const next = board.lines[line.index + 1];
  if (next === undefined) return false;
  const role = board.claimOf(next)?.role;
  return role === "listItem" || (role === undefined && next.endsSentence && next.length > line.length);
}
