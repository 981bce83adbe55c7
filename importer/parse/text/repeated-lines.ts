import type { Bounds } from "./find-body.ts";
import { flowOf } from "./flow-of.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

const longestRepeated = 120;

/**
 * Returns the lines of a few words that stand between two paragraphs, and once more there or below the text: a note that
 * the page puts between paragraphs, or the title of another story. Speakers take turns, so that several lines recur. Pure.
 */
export function repeatedLines(board: RoleBoard, { start, end }: Bounds): ReadonlySet<ObservedLine> {
  const short = board.free(start).filter((line) => line.key !== "" && line.length <= longestRepeated);
  const byKey = Map.groupBy(short, ({ key }) => key);
  const recurring = [...byKey.values()]
    .filter((lines) => lines.length > 1)
    .map((lines) => lines.filter((line) => line.index < end && isBetweenParagraphs(board, line)))
    .filter((lines) => lines.length > 0);
  const speakers = recurring.filter((lines) => lines.length > 1);
  return new Set(recurring.filter((lines) => lines.length === 1 || speakers.length === 1).flat());
}

const isBetweenParagraphs = (board: RoleBoard, line: ObservedLine): boolean =>
  flowOf(board, line) === "short" &&
  [board.lines[line.index - 1], board.lines[line.index + 1]].every(
    (other) => other !== undefined && flowOf(board, other) === "text",
  );
