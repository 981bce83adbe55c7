import { findSource } from "../authority/find-source.ts";
import { isMarker, isProse, type Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { bylineRules } from "./rules/byline-rules.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";

/** Claims unlabelled author names, in head and tail. */
export function claimBylines(board: RoleBoard, { start, end }: Bounds): void {
  for (const line of board.free()) {
    if ((line.index >= start && line.index < end) || line.isWrapped) continue;
    if (line.isCredited || line.isCredit || findSource(line.text)) continue;
    const byline = board.bylineOf(line);
    if (byline === undefined) continue;
    claimByRules(board, bylineRules, {
      line,
      byline,
      isInHead: line.index < start,
      isAtEnd: () => isAtEnd(board, line),
      isBesideDateOrName: () => isBesideDateOrName(board, line),
      isBeforeText: () => isBeforeText(board, line),
    });
  }
}

const isBesideDateOrName = (board: RoleBoard, line: ObservedLine): boolean =>
  [board.lines[line.index - 1], board.lines[line.index + 1]].some((other) => {
    const role = board.claimOf(other)?.role;
    return role === "date" || role === "byline" || (other !== undefined && isMarker(other));
  });

const isBeforeText = (board: RoleBoard, line: ObservedLine): boolean => {
  const next = board.firstFrom(line.index + 1, (other) => board.isFree(other) && !other.isOfPicture);
  return next !== undefined && isProse(next);
};

const isAtEnd = (board: RoleBoard, line: ObservedLine): boolean => {
  const role = board.claimOf(board.lines[line.index - 1])?.role;
  return role === undefined || role === "sourceLine" || role === "byline" || role === "date";
};
