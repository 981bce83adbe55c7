import type { Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { bodyRules, type BodyPlace } from "./rules/body-rules.ts";
import type { ShortRun } from "./story-end.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";

/** Claims quotations and sub-headings; the remaining lines are paragraphs. */
export function claimBody(board: RoleBoard, { runs }: Bounds): void {
  const inRuns = new Map(runs.flatMap(placesInRun));
  for (const line of board.free()) {
    claimByRules(board, bodyRules, { ...placeOf(board, line), inShortRun: inRuns.get(line) });
  }
}

/** Fewer have no heading. */
const fewestHeaded = 4;

function placesInRun({ lines, kind, heading }: ShortRun): [ObservedLine, BodyPlace["inShortRun"]][] {
  if (kind !== "likely") return [];
  const own = lines.filter((each) => each !== heading);
  if (own.some(({ flow }) => flow === "page")) return own.map(({ line }) => [line, "of the page"]);
  return own.map(({ line }, at) => [line, at === 0 && own.length >= fewestHeaded ? "first" : "further"]);
}

function placeOf(board: RoleBoard, line: ObservedLine): Omit<BodyPlace, "inShortRun"> {
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
