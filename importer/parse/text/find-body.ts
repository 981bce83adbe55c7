import { readDateline } from "../phrases/read-dateline.ts";
import type { StoryEnd } from "./story-end.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Where the running text of a story is, as line indexes. */
export interface Bounds extends StoryEnd {
  /** The first line of the text; the number of lines if there is no text. */
  readonly start: number;
}

/** Longest possible head, in lines. */
const longestHead = 20;

/** Finds the line with which the text begins. Pure. */
export function findStart(board: RoleBoard): number {
  const free = board.free();
  return withinReach(free, startOf(board, free));
}

/** Whether a line looks like running text: long, or a sentence of some length. */
export const isProse = (line: ObservedLine): boolean =>
  line.isWrapped ||
  (!line.isCredit &&
    !line.isOfPicture &&
    (line.length >= 190 || (line.endsSentence && line.length >= 70 && !line.isCredited)));

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
  const unmarked = head.filter(
    (line) => !isMarker(line) && !line.isCredited && !line.isCredit && !line.isOfPicture,
  );
  if (unmarked.length <= mostUnmarked) return start;
  const marker = head.findLast((line) => isMarker(line) && line.index < 10)?.index ?? -1;
  return (unmarked.find((line) => line.index > marker) ?? unmarked[1])?.index ?? start;
}

/** Whether a line is a sentence, however short. */
export const isSentence = (line: ObservedLine): boolean =>
  line.endsSentence &&
  (line.words >= 2 || line.length >= 15) &&
  !line.isCredited &&
  !line.isOfPicture &&
  line.length >= 10;

/** A sentence in the head, since a date or a name comes right after it. */
function isStandfirst(board: RoleBoard, line: ObservedLine): boolean {
  if (line.index >= longestHead || line.length > 420) return false;
  const after = board.lines.slice(line.index + 1, line.index + 6);
  const marker = after.findIndex((below) => isMarker(below) || isByline(board, below));
  if (marker < 0) return isAboveButtons(board, line) || isAbovePicture(board, line);
  return !after.slice(0, marker).some((between) => board.isFree(between) && isProse(between));
}

/** "By Jane Doe", "Jane Doe, March 4, 17:46": a name that a word or a date shows to be the author's. */
function isByline(board: RoleBoard, line: ObservedLine): boolean {
  if (line.length > 60 || line.endsSentence) return false;
  const byline = board.bylineOf(line);
  return byline !== undefined && (byline.strength === "labelled" || line.dates.dates.length > 0);
}

/** In letters: a lead that is longer is the first paragraph. */
const longestLead = 260;

/** A sentence below headline and date, with a picture between it and a paragraph that is longer. */
function isAbovePicture(board: RoleBoard, line: ObservedLine): boolean {
  if (line.length > longestLead || (readDateline(line.text)?.confidence ?? 0) >= 0.7) return false;
  const head = board.lines.slice(0, line.index);
  const names = head.filter((other) => board.isFree(other) && !isMarker(other));
  // Below the headline alone it may equally be the first paragraph.
  if (names.length === 0 || names.length > 3 || !head.some((other) => isMarker(other))) return false;
  if (names.some((other) => isPictureLine(other) || isSentence(other))) return false;
  const below = board.lines.slice(line.index + 1, line.index + 6);
  const picture = below.slice(0, 3).findIndex(isPictureLine);
  const text = below.find((other) => isSentence(other) || isProse(other));
  return (
    picture >= 0 && text !== undefined && text.length > line.length && text.index > line.index + 1 + picture
  );
}

const isPictureLine = ({ isCredit, isCredited, isOfPicture }: ObservedLine): boolean =>
  isCredit || isCredited || isOfPicture;

/** Below the date, and separated from the text by a row of buttons. */
function isAboveButtons(board: RoleBoard, line: ObservedLine): boolean {
  if (line.length > 260 || line.index > 8) return false;
  const isDated = board.lines.slice(0, line.index).some((before) => isMarker(before));
  const next = board.firstFree(line.index + 1);
  return isDated && next !== undefined && next.index - line.index > 2;
}
