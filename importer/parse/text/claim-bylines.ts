import { findSource } from "../authority/find-source.ts";
import type { Byline } from "../phrases/read-byline.ts";
import { isMarker, isProse, type Bounds } from "./find-body.ts";
import type { Claim } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Scripts without capitals give names no shape of their own, so a longer line is no name there. */
const longestUncased = 46;

/** Claims names that no word calls authors; they are only in their place: near a date, before the text, or at its end. */
export function claimBylines(board: RoleBoard, { start, end }: Bounds): void {
  for (const line of board.free()) {
    if ((line.index >= start && line.index < end) || line.isWrapped) continue;
    if (line.isCredited || line.isCredit || findSource(line.text)) continue;
    const byline = board.bylineOf(line);
    const claim = byline && claimOf(board, line, byline, line.index < start);
    if (claim !== undefined) board.claim(line, claim);
  }
}

function claimOf(board: RoleBoard, line: ObservedLine, byline: Byline, isInHead: boolean): Claim | undefined {
  const claim = (rule: string, confidence: number): Claim => ({ role: "byline", rule, confidence });
  if (byline.strength === "labelled") return claim("byline-word", 0.8);
  const hasCase = /\p{Lu}/u.test(line.text);
  if (!hasCase && line.length > longestUncased) return undefined;
  if (!isInHead) {
    if (!isAtEnd(board, line) || (!hasCase && !/^[(（[【]/u.test(line.text))) return undefined;
    return byline.strength === "titled" ? claim("name-with-title", 0.7) : claim("name-at-end", 0.55);
  }
  if (byline.strength === "titled") return claim("name-with-title", 0.75);
  if (byline.strength === "bare" && line.dates.dates.length > 0) return claim("name-with-date", 0.65);
  if (isBesideMarker(board, line)) return claim("name-beside-date", 0.7);
  // "محمد النجار-عمّان": a correspondent and the place, as Arabic sites print them above the text.
  const isOfPlace = byline.strength === "placed" && /[-–—:：]/u.test(line.text) && line.length <= 36;
  if (!hasCase) return isOfPlace && isBeforeText(board, line) ? claim("name-with-place", 0.6) : undefined;
  if (byline.strength === "placed") return claim("name-with-place", 0.6);
  return isBeforeText(board, line) ? claim("name-in-head", 0.55) : undefined;
}

const isBesideMarker = (board: RoleBoard, line: ObservedLine): boolean =>
  [board.lines[line.index - 1], board.lines[line.index + 1]].some((other) => {
    const role = board.claimOf(other)?.role;
    return role === "date" || role === "byline" || (other !== undefined && isMarker(other));
  });

const isBeforeText = (board: RoleBoard, line: ObservedLine): boolean => {
  const next = board.firstFree(line.index + 1);
  return next !== undefined && isProse(next);
};

/** Right after the text, before anything of the page. */
const isAtEnd = (board: RoleBoard, line: ObservedLine): boolean => {
  const before = board.lines[line.index - 1];
  const role = board.claimOf(before)?.role;
  return role === undefined || role === "sourceLine" || role === "byline" || role === "date";
};
