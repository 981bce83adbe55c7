import type { Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";
import { metadataRules } from "./rules/metadata-rules.ts";

/** Claims lines that state the date, the authors or the sources. */
export function claimMetadata(board: RoleBoard, { start, end }: Bounds): void {
  for (const line of board.lines) {
    if (!board.isFree(line) || line.isWrapped) continue;
    claimByRules(board, metadataRules, {
      line,
      part: line.index < start ? "head" : line.index >= end ? "tail" : "text",
      above: board.lines[line.index - 1],
      isBelowByline: board.claimOf(board.lines[line.index - 1])?.role === "byline",
      byline: () => board.bylineOf(line),
      isFirst: () => isFirst(board, line),
    });
  }
}

const isFirst = (board: RoleBoard, line: ObservedLine): boolean =>
  board.firstFree() === line && board.firstFree(line.index + 1) !== undefined;
