import type { Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimByRules, claimOfRule } from "./rules/claim-by-rules.ts";
import { headlineRules, repeatRules, topRules, type HeadlinePlace } from "./rules/headline-rules.ts";

/** Claims the headline, the lines above it, and its repetitions. */
export function claimHeadline(board: RoleBoard, bounds: Bounds): void {
  const taught = board.lines.find((line) => board.claimOf(line)?.role === "headline");
  if (taught !== undefined) {
    claimRepeats(board, taught, bounds);
    return;
  }
  claimAbove(board, bounds);
  const [first, second] = board
    .free(0, bounds.start)
    .filter(
      (line) =>
        !line.isCredit && !line.isWrapped && !(line.isCredited && line.credited?.strength === "certain"),
    );
  const top = first ?? board.firstFree();
  const headline = top === undefined ? claimLastResort(board) : claimOneOf(board, top, second);
  if (headline !== undefined) claimRepeats(board, headline, bounds);
}

function claimAbove(board: RoleBoard, { start }: Bounds): void {
  for (const rule of topRules) {
    const [line, ...following] = board.free(0, start + 1);
    if (line === undefined) return;
    const next = following.find(({ index }) => index < start);
    const ruleBelow = board.claimOf(board.lines[line.index + 1])?.rule;
    claimByRules(board, [rule], { line, following, next, ruleBelow });
  }
}

/** Claims the first line as headline, or as kicker and the second as headline. Returns the headline. */
function claimOneOf(
  board: RoleBoard,
  first: ObservedLine,
  second: ObservedLine | undefined,
): ObservedLine | undefined {
  const rule = claimByRules(board, headlineRules, placeOf(board, first, second));
  if (rule?.roles[0] !== "kicker" || second === undefined) return first;
  claimByRules(board, headlineRules, { ...placeOf(board, second), isBelowKicker: true });
  return second;
}

/** A story made only of lines that looked like the surrounding page still has a headline: its first line. */
function claimLastResort(board: RoleBoard): ObservedLine | undefined {
  const [first] = board.lines;
  const claimed = board.claimOf(first);
  if (first === undefined || claimed === undefined) return undefined;
  const place = placeOf(board, first);
  const rule = headlineRules.find((each) => each.applies(place));
  return rule !== undefined && board.override(first, claimed.rule, claimOfRule(rule)) ? first : undefined;
}

const placeOf = (board: RoleBoard, line: ObservedLine, next?: ObservedLine): HeadlinePlace => ({
  line,
  next,
  isBelowKicker: false,
  isParted: () =>
    board.lines
      .slice(line.index + 1, next?.index)
      .some((other) => ["date", "byline"].includes(board.claimOf(other)?.role ?? "")),
});

function claimRepeats(board: RoleBoard, headline: ObservedLine, { start, end }: Bounds): void {
  if (headline.key.length < 8) return;
  for (const line of board.free()) {
    const isNear = line.index <= start + 2 || line.index >= end;
    claimByRules(board, repeatRules, { line, headline, isNear });
  }
}
