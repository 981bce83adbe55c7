import type { Bounds } from "./find-body.ts";
import { findTail } from "./find-tail.ts";
import { repeatedLines } from "./repeated-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimByRules } from "./rules/claim-by-rules.ts";
import { furnitureRules } from "./rules/furniture-rules.ts";

/** Claims the lines of the page, below the text and within it, that their place tells and no word. */
export function claimFurniture(board: RoleBoard, bounds: Bounds): void {
  const { start, end, closing, runs } = bounds;
  const tail = findTail(board, bounds);
  const inRuns = new Map(
    runs.flatMap(({ lines, kind, heading }) =>
      lines.filter((each) => each !== heading).map(({ line }) => [line, kind] as const),
    ),
  );
  const repeated = repeatedLines(board, bounds);
  for (const line of board.free(start)) {
    const run = inRuns.get(line);
    const isOfPage =
      !tail.kept.has(line) && (line.index >= tail.start || (line.index >= end && run !== undefined));
    claimByRules(board, furnitureRules, {
      line,
      closes: line === closing?.line ? closing.name : undefined,
      isBelowClosing: isOfPage && closing !== undefined && line.index > closing.line.index,
      isInTail: isOfPage,
      isAuthorInTail: tail.kept.get(line) === true,
      run: line.index < end ? run : undefined,
      isRepeated: repeated.has(line),
    });
  }
}
