import { findSource } from "../authority/find-source.ts";
import { isMarker, isProse, type Bounds } from "./find-body.ts";
import { hasWordsOf } from "./has-words-of.ts";
import { isNamedAbove } from "./is-named-above.ts";
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
    if (byline === undefined || isAboveCredit(board, line)) continue;
    claimByRules(board, bylineRules, {
      line,
      byline,
      isInHead: line.index < start,
      isAtEnd: () => isAtEnd(board, line),
      isBesideDateOrName: () => isBesideDateOrName(board, line),
      isBeforeText: () => isBeforeText(board, line),
      isNamedAbove: () => isNamedAbove(board, line, start),
      isAloneInFlash: () => isAloneInFlash(board, line, start),
    });
  }
}

/** A line right above a credit says what the picture shows. */
function isAboveCredit(board: RoleBoard, line: ObservedLine): boolean {
  const below = board.lines[line.index + 1];
  return (
    below?.isCredit === true &&
    below.credited?.strength === "certain" &&
    board.isFree(below) &&
    line.hasNeighbour
  );
}

function isBesideDateOrName(board: RoleBoard, line: ObservedLine): boolean {
  const [above, below, second] = [-1, 1, 2].map((away) => board.lines[line.index + away]);
  const isDateOrName = (other: ObservedLine | undefined): boolean => {
    const role = board.claimOf(other)?.role;
    return role === "date" || role === "byline" || (other !== undefined && isMarker(other));
  };
  // The place or the outlet of the author may stand between the two.
  const isPlace = board.isFree(below) && (below?.words ?? 0) <= 2 && /^\p{Lu}/u.test(below?.text ?? "");
  return isDateOrName(above) || isDateOrName(below) || (isPlace && isDateOrName(second));
}

const isBeforeText = (board: RoleBoard, line: ObservedLine): boolean => {
  const next = board.firstFrom(line.index + 1, (other) => board.isFree(other) && !other.isOfPicture);
  return next !== undefined && isProse(next);
};

/** A flash has one paragraph, or a few. */
const mostOfFlash = 3;

function isAloneInFlash(board: RoleBoard, line: ObservedLine, start: number): boolean {
  const text = board.free(start);
  const headline = board.lines.find((other) => board.claimOf(other)?.role === "headline");
  if (headline === undefined || text.length > mostOfFlash || board.firstFree(line.index + 1) !== text[0])
    return false;
  const isBelowHeadline = board.lines
    .slice(headline.index + 1, line.index)
    .every((between) => ["date", "boilerplate"].includes(board.claimOf(between)?.role ?? ""));
  return headline.index < line.index && isBelowHeadline && !hasWordsOf([headline, ...text], [line.text]);
}

const isAtEnd = (board: RoleBoard, line: ObservedLine): boolean => {
  const role = board.claimOf(board.lines[line.index - 1])?.role;
  return role === undefined || role === "sourceLine" || role === "byline" || role === "date";
};
