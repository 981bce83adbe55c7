import type { Bounds } from "./find-body.ts";
import { isNamedAbove } from "./is-named-above.ts";
import type { Claim } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { belowHeadlineRules } from "./rules/below-headline-rules.ts";
import { topicWords } from "./topic-words.ts";
import { claimOfRule } from "./rules/claim-by-rules.ts";

/** Claims lines between headline and text: sub-headlines, and captions with no other sign. */
export function claimBelowHeadline(board: RoleBoard, { start }: Bounds): void {
  const headline = board.lines.find((line) => board.claimOf(line)?.role === "headline");
  if (headline === undefined) return;
  const lines = board.free(headline.index + 1, start);
  const dates = board.lines.slice(headline.index + 1, start).filter((line) => isDateOrByline(board, line));
  const arePoints = areAlike(lines);
  let hasSubHeadline = false;
  for (const line of lines) {
    const isAboveDate = dates.length === 0 || dates.some(({ index }) => index > line.index);
    const isAmongPage = (): boolean => isBesidePage(board, line);
    const isInScript = line.script === headline.script;
    const isNamed = (): boolean =>
      board.bylineOf(line)?.strength === "bare" && isNamedAbove(board, line, start);
    const isBelowByline = board.claimOf(board.lines[line.index - 1])?.role === "byline";
    const captionBelow = captionRightBelow(board, line);
    const isAboveCaption = captionBelow !== undefined;
    const signs = { arePoints, isAboveDate, isBelowByline, hasSubHeadline, isInScript, isAboveCaption };
    const place = { line, ...signs, isAmongPage, isNamed, sharesCaption: () => sharesCaption(board, line) };
    const rule = belowHeadlineRules.find((each) => each.applies(place));
    if (rule === undefined) continue;
    const [role] = rule.roles;
    const picture =
      role === "imageCaption"
        ? { picture: board.newPicture() }
        : role === "imageAlt" && captionBelow?.picture !== undefined
          ? { picture: captionBelow.picture }
          : {};
    if (board.claim(line, { ...claimOfRule(rule), ...picture }) && role === "subHeadline") {
      hasSubHeadline = true;
    }
  }
}

/** The caption in the next line, if it is the first line of its picture. */
function captionRightBelow(board: RoleBoard, { index }: ObservedLine): Claim | undefined {
  const below = board.claimOf(board.lines[index + 1]);
  return below?.role === "imageCaption" ? below : undefined;
}

function sharesCaption(board: RoleBoard, { index, text }: ObservedLine): boolean {
  const own = topicWords(text);
  const others = topicWords(board.lines[index + 1]?.plain ?? "");
  const shared = [...own].filter((word) => others.has(word)).length;
  return shared >= 2 && 2 * shared >= own.size;
}

function isDateOrByline(board: RoleBoard, line: ObservedLine): boolean {
  const role = board.claimOf(line)?.role;
  return role === "date" || role === "byline";
}

const isBesidePage = (board: RoleBoard, { index }: ObservedLine): boolean =>
  [board.lines[index - 1], board.lines[index + 1]].some(
    (other) => board.claimOf(other)?.role === "boilerplate",
  );

/** Several lines without a credit and of similar length, longer than a word and shorter than a paragraph. */
function areAlike(lines: readonly ObservedLine[]): boolean {
  const lengths = lines.map(({ length }) => length);
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
  return (
    lines.length >= 3 &&
    shortest >= 25 &&
    longest <= Math.min(200, 2.2 * shortest) &&
    !lines.some(({ isCredited }) => isCredited)
  );
}
