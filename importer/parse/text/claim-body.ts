import type { Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { bodyRules, type BodyPlace } from "./rules/body-rules.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";

/** Claims quotations and sub-headings; the remaining lines are paragraphs. */
export function claimBody(board: RoleBoard, { runs }: Bounds): void {
  const inRuns = new Set(
    runs
      .filter(({ kind }) => kind === "likely")
      .flatMap(({ lines, heading }) => lines.filter((each) => each !== heading).map(({ line }) => line)),
  );
  for (const line of board.free()) {
    claimByRules(board, bodyRules, { ...placeOf(board, line), isInShortRun: inRuns.has(line) });
  }
}

function placeOf(board: RoleBoard, line: ObservedLine): Omit<BodyPlace, "isInShortRun"> {
  const above = board.lines[line.index - 1];
  return {
    line,
    above,
    roleAbove: board.claimOf(above)?.role,
    below: board.lines[line.index + 1],
    textBelow() {
      const next = board.firstFrom(line.index + 1, (other) => {
        const role = board.claimOf(other)?.role;
        return role !== "boilerplate" && role?.startsWith("image") !== true;
      });
      return next && { line: next, role: board.claimOf(next)?.role };
    },
  };
}
