import { hasComma } from "../lexicons/labels.ts";
import { isProse } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Whether most of the pictures with labels have a few words above them: as a rule, their alternative texts. Pure. */
export function haveAltTexts(board: RoleBoard): boolean {
  const firsts = board.lines.filter(
    (line, at) => isLabelled(line) && !isLabelled(lineAbove(board, at)) && isOfBroadcaster(board, line),
  );
  const above = firsts.filter((line) => {
    const other = lineAbove(board, line.index);
    return other !== undefined && board.isFree(other) && mayBeAltText(other);
  });
  return above.length > 0 && 3 * above.length >= 2 * firsts.length;
}

/** Whether a line may be an alternative text, where labels follow: a few words, and no item of a list. Pure. */
export const mayBeAltText = (line: ObservedLine): boolean =>
  line.length <= 150 &&
  !line.endsSentence &&
  !isProse(line) &&
  !line.isCredit &&
  !line.isCredited &&
  !line.isCaption &&
  line.label === undefined &&
  !/^[\p{N}•▪●*–—-]/u.test(line.text);

/** Whether a credit or caption begins with its label. */
const isLabelled = (line: ObservedLine | undefined): boolean =>
  line?.label !== undefined && line.label.value !== "" && (line.isCaption || line.isCredit);

function lineAbove(board: RoleBoard, index: number): ObservedLine | undefined {
  let at = index - 1;
  while (board.lines[at]?.isLabelAlone === true) at -= 1;
  return board.lines[at];
}

/** "Photo: Jane Doe" has its caption above it; below a label with a comma, or above a labelled caption, is none. */
const isOfBroadcaster = (board: RoleBoard, line: ObservedLine): boolean =>
  line.isCaption ||
  (line.label !== undefined && hasComma(line.label)) ||
  board.lines[line.index + 1]?.isCaption === true;
