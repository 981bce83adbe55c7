import { readDateline } from "../phrases/read-dateline.ts";
import { isDeskLine } from "./desk-line.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Where the running text of a story is, as line indexes. */
export interface Bounds {
  /** The first line of the text; the number of lines if there is no text. */
  readonly start: number;
  /** The line after the last one that is certainly text. */
  readonly end: number;
}

/** Longest possible head, in lines. */
const longestHead = 20;

/** Finds where the text begins, and up to where it certainly continues. Pure. */
export function findBody(board: RoleBoard): Bounds {
  const free = board.free();
  const start = withinReach(free, startOf(board, free));
  return { start, end: endOf(board, start) };
}

/**
 * Rows of the page divide the text into parts; a last part of a sentence or two belongs to the page, as do teasers of
 * other stories.
 */
function endOf(board: RoleBoard, start: number): number {
  let parts: { readonly end: number; readonly length: number }[] = [];
  let pageLines = 0;
  for (const line of board.lines.slice(start)) {
    if (!board.isFree(line)) {
      // What the outlet puts among the paragraphs of its stories parts none of them.
      if (line.outlet?.stands !== "text") pageLines += 1;
      continue;
    }
    const isText = isProse(line) || (isSentence(line) && !isMarker(line) && line.length >= 20);
    if (!isText || isDeskLine(line) || isAboutAuthor(board, line)) continue;
    const last = parts.at(-1);
    const end = line.index + 1;
    if (last === undefined || pageLines >= 2) parts = [...parts, { end, length: line.length }];
    else parts = parts.with(-1, { end, length: last.length + line.length });
    pageLines = 0;
  }
  while (parts.length > 1 && (parts.at(-1)?.length ?? 0) < shortestPart) parts.pop();
  return parts.at(-1)?.end ?? start;
}

/** "Jane Doe is a reporter in Lisbon." */
const isAboutAuthor = (board: RoleBoard, line: ObservedLine): boolean =>
  line.length <= 120 &&
  line.words <= 14 &&
  !/\d/u.test(line.text) &&
  board.bylineOf(line)?.strength === "titled";

/** In letters. */
const shortestPart = 120;

/** Whether a line looks like running text: long, or a sentence of some length. */
export const isProse = (line: ObservedLine): boolean =>
  line.isWrapped ||
  (!line.isCredit && (line.length >= 190 || (line.endsSentence && line.length >= 70 && !line.isCredited)));

/** Whether a line states an author, a date or a source, and so belongs to a head or a tail. */
export function isMarker(line: ObservedLine): boolean {
  const { dates, label, length } = line;
  if (length > 170) return false;
  if (dates.others <= 1 && (dates.dates.length > 0 || (dates.isLabelled && dates.hasHint))) return true;
  return (
    label !== undefined &&
    length <= 120 &&
    !line.endsSentence &&
    (label.kinds.has("byline") || label.kinds.has("published") || label.kinds.has("updated"))
  );
}

function startOf(board: RoleBoard, free: readonly ObservedLine[]): number {
  for (const [place, line] of free.entries()) {
    if (place === 0 && free.length > 1) continue;
    const next = free[place + 1];
    if (line.length >= 60 && (readDateline(line.text)?.confidence ?? 0) >= 0.7) return line.index;
    if (isMarker(line) || line.isCredit) continue;
    const beginsText =
      isProse(line) ||
      (isSentence(line) && next !== undefined && (isProse(next) || isSentence(next)) && !isMarker(next));
    const isAmongPictures =
      isSentence(line) && line.length >= 35 && place >= 2 && free[place - 1]?.isCredited === true;
    if ((beginsText || isAmongPictures) && !isStandfirst(board, line)) return line.index;
  }
  const [, second] = free;
  return second?.index ?? board.lines.length;
}

/** A head has few lines of no recognisable kind: a text of short lines begins before its first long one. */
const mostUnmarked = 5;

function withinReach(free: readonly ObservedLine[], start: number): number {
  const head = free.filter((line, place) => place > 0 && line.index < start);
  const unmarked = head.filter((line) => !isMarker(line) && !line.isCredited && !line.isCredit);
  if (unmarked.length <= mostUnmarked) return start;
  const marker = head.findLast((line) => isMarker(line) && line.index < 10)?.index ?? -1;
  return (unmarked.find((line) => line.index > marker) ?? unmarked[1])?.index ?? start;
}

const isSentence = (line: ObservedLine): boolean =>
  line.endsSentence && (line.words >= 2 || line.length >= 15) && !line.isCredited && line.length >= 10;

/** A sentence in the head, since a date or a name comes right after it. */
function isStandfirst(board: RoleBoard, line: ObservedLine): boolean {
  if (line.index >= longestHead || line.length > 420) return false;
  const after = board.lines.slice(line.index + 1, line.index + 6);
  const marker = after.findIndex(isMarker);
  if (marker < 0) return isAboveButtons(board, line);
  return !after.slice(0, marker).some((between) => board.isFree(between) && isProse(between));
}

/** Below the date, and separated from the text by a row of buttons. */
function isAboveButtons(board: RoleBoard, line: ObservedLine): boolean {
  if (line.length > 260 || line.index > 8) return false;
  const isDated = board.lines.slice(0, line.index).some((before) => isMarker(before));
  const next = board.firstFree(line.index + 1);
  return isDated && next !== undefined && next.index - line.index > 2;
}
