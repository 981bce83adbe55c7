import { readOrderLine } from "../control/order-line.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimOfRule } from "./rules/claim-by-rules.ts";
import { menuRules } from "./rules/menu-rules.ts";

/** In lines, with the title of the page above the menu. */
const longestMenu = 80;

/**
 * Claims the menu above the headline: short lines in a row, whatever their words. It comes before the text is looked
 * for, since so many lines without a sign would be taken for it.
 */
export function claimMenu(board: RoleBoard): void {
  for (let from = 0; from < longestMenu;) {
    const row = rowFrom(board, from);
    const below = board.lines[from + row.length];
    claimRow(board, row, below);
    if (below === undefined || !isTitleOfPage(board, below)) return;
    from = below.index + 1;
  }
}

/** The lines from an index on that are short, dates, or known to belong to the page. */
function rowFrom(board: RoleBoard, from: number): readonly ObservedLine[] {
  const end = board.firstFrom(from, (line) => board.isFree(line) && !isEntry(board, line) && !hasDate(line));
  return board.lines.slice(from, end?.index);
}

function claimRow(board: RoleBoard, row: readonly ObservedLine[], below: ObservedLine | undefined): void {
  const short = row.filter((line) => isShort(line) && !hasDate(line) && !isOrder(line));
  const last = short.at(-1);
  const isKicker =
    isApart(board, last) || short.some(({ key }, at) => at < short.length - 1 && key === last?.key);
  const entries = isKicker ? short.slice(0, -1) : short;
  const [line] = entries.filter((entry) => board.isFree(entry));
  if (line === undefined) return;
  const pageLines = entries.filter((entry) => !board.isFree(entry)).length;
  const headsText = below !== undefined && isAboveSentence(board, below);
  const rule = menuRules.find((each) => each.applies({ line, entries, pageLines, below, headsText }));
  if (rule !== undefined) for (const entry of entries) board.claim(entry, claimOfRule(rule));
}

/** Whether a line without a role may be an entry of a menu. */
const isEntry = (board: RoleBoard, line: ObservedLine): boolean =>
  isShort(line) &&
  !line.endsWithPunctuation &&
  line.label === undefined &&
  !line.isCredit &&
  !line.isCredited &&
  !["labelled", "titled"].includes(board.bylineOf(line)?.strength ?? "");

const isShort = ({ words, length }: ObservedLine): boolean => words <= 4 && length <= 32;

/** An order stays one, though it is as short as the entries beside it. */
const isOrder = (line: ObservedLine): boolean => readOrderLine(line.text) !== undefined;

/** A date bar or a time: below a menu, it belongs to the story. */
const hasDate = ({ dates }: ObservedLine): boolean =>
  (dates.dates.length > 0 && dates.others <= 4) || (dates.hasHint && dates.others === 0);

/** A line that a blank line parts from the menu, and none from the headline, is the kicker. */
const isApart = (board: RoleBoard, line: ObservedLine | undefined): boolean =>
  line !== undefined && line.hasNeighbour && board.lines[line.index - 1]?.hasNeighbour === false;

/** In lines, with pictures and names. */
const longestHead = 12;

const isAboveSentence = (board: RoleBoard, { index }: ObservedLine): boolean =>
  board.lines.slice(index + 1, index + longestHead).some((line) => line.endsSentence && line.length >= 40);

/** Whether a line has the words of a line further down: pages begin with their title. */
const isTitleOfPage = (board: RoleBoard, { key, index }: ObservedLine): boolean =>
  key !== "" &&
  board.lines
    .slice(index + 1, index + longestMenu)
    .some((other) => other.key.length >= 15 && key.includes(other.key));
