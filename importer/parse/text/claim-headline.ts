import { hasLetterOf, type Script } from "../phrases/scripts.ts";
import type { Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimByRules, claimOfRule } from "./rules/claim-by-rules.ts";
import { headlineRules, repeatRules, topRules, type HeadlinePlace } from "./rules/headline-rules.ts";
import { topicWords } from "./topic-words.ts";

/** Claims the headline, the lines above it, and its repetitions. */
export function claimHeadline(board: RoleBoard, bounds: Bounds): void {
  const taught = board.lines.find((line) => board.claimOf(line)?.role === "headline");
  if (taught !== undefined) {
    claimRepeats(board, taught, bounds);
    return;
  }
  const script = scriptOfText(board, bounds);
  claimAbove(board, bounds, script);
  const candidates = board
    .free(0, bounds.start)
    .filter(
      (line, place) =>
        !line.isCredit &&
        !line.isWrapped &&
        !(line.isCredited && line.credited?.strength === "certain") &&
        (place === 0 || !line.isOfPicture),
    );
  const inScript = candidates.filter((line) => isIn(script, line));
  const [first, second] = inScript.length > 0 ? inScript : candidates;
  const top = first ?? board.firstFree();
  const headline = top === undefined ? claimLastResort(board) : claimOneOf(board, top, second);
  if (headline !== undefined) claimRepeats(board, headline, bounds);
}

/** In characters of a line: what a text is about is said soon. */
const longestSample = 600;

function claimAbove(board: RoleBoard, { start }: Bounds, script: Script | undefined): void {
  const sharedWith = countShared(board.free(start).slice(0, 4));
  const claimFirst = (rule: (typeof topRules)[number]): boolean => {
    const [line, ...following] = board.free(0, start + 1);
    if (line === undefined) return false;
    const next = following.find(({ index }) => index < start);
    const below = board.claimOf(board.lines[line.index + 1]);
    const isForeign =
      !isIn(script, line) && following.some((other) => other.index < start && isIn(script, other));
    const place = {
      ...{ line, following, next, isForeign },
      ruleBelow: below?.rule,
      isAboveDate: below?.role === "date",
      sharedWith,
    };
    return claimByRules(board, [rule], place) !== undefined;
  };
  for (const rule of topRules) while (claimFirst(rule));
}

/** How many words of each line the text has. */
function countShared(text: readonly ObservedLine[]): (line: ObservedLine | undefined) => number {
  let words: ReadonlySet<string> | undefined;
  return (line) => {
    if (line === undefined) return 0;
    words ??= topicWords(text.map((each) => each.text.slice(0, longestSample)).join("\n"));
    return [...topicWords(line.text)].filter((word) => words?.has(word)).length;
  };
}

/** The script of most of the text. */
function scriptOfText(board: RoleBoard, { start }: Bounds): Script | undefined {
  const letters = new Map<Script, number>();
  for (const { script, length } of board.free(start))
    if (script !== undefined) letters.set(script, (letters.get(script) ?? 0) + length);
  return [...letters].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** Whether a line has a letter of a script, however many of others: names keep theirs. */
const isIn = (script: Script | undefined, { text }: ObservedLine): boolean =>
  script === undefined || hasLetterOf(text, script);

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
