import type { Bounds } from "./find-body.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";
import { datelineRules } from "./rules/dateline-rules.ts";

/** A dateline on its own line is close to the text. */
const furthestLines = 6;

/** Claims a line before the text that only says where the story was filed. */
export function claimDateline(board: RoleBoard, { start }: Bounds): void {
  for (const line of board.free(Math.max(0, start - furthestLines), start)) {
    const above = board.lines[line.index - 1];
    claimByRules(board, datelineRules, { line, above, isAboveText: line.index === start - 1 });
  }
}
