import { findSource } from "../../authority/find-source.ts";
import { splitSourceNames } from "../../authority/split-source-names.ts";
import { indexPhrases } from "../../lexicons/phrase-index.ts";
import { wordsOf } from "../../lexicons/word-lists.ts";
import { readByline } from "../read-byline.ts";
import { isMarker, isProse, type Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

const desk = indexPhrases(wordsOf((lexicon) => lexicon.desk));

/** Claims the lines of head and tail that say when, by whom and from where. */
export function claimMetadata(board: RoleBoard, bounds: Bounds): void {
  for (const line of board.lines) {
    if (!board.isFree(line)) continue;
    const isInHead = line.index < bounds.start;
    const isInTail = line.index >= bounds.end;
    if (!isInHead && !isInTail) {
      if (isNamedSource(line))
        board.claim(line, { role: "sourceLine", rule: "source-label", confidence: 0.8 });
      continue;
    }
    claimDate(board, line, isInHead);
    claimSource(board, line, isInHead);
    claimLabelledByline(board, line);
  }
  claimBareBylines(board, bounds);
}

function claimDate(board: RoleBoard, line: ObservedLine, isInHead: boolean): void {
  const { dates } = line;
  if (dates.dates.length === 0 && !(dates.isLabelled && dates.hasHint)) return;
  const isFull = dates.dates.some(({ date }) => date !== undefined);
  const isOnlyDate = dates.others <= 1;
  // An outlet or a page of it may stand beside the date: "Kyodo, economy desk 2026-06-18 15:32".
  const isMostlyDate = isFull && dates.others <= 3 && line.length <= 70 && isInHead && dates.hasHint;
  if (!isOnlyDate && !isMostlyDate) return;
  if (!isOnlyDate && readByline(line.text) !== undefined) return;
  const isUpdate = dates.dates.every(({ label }) => label === "updated") && dates.isLabelled;
  if (!isInHead && isUpdate)
    board.claim(line, { role: "boilerplate", rule: "updated-at-end", confidence: 0.6 });
  else board.claim(line, { role: "date", rule: "date-alone", confidence: isFull && isOnlyDate ? 0.9 : 0.7 });
}

function claimSource(board: RoleBoard, line: ObservedLine, isInHead: boolean): void {
  const { label, text, length } = line;
  if (length > 320) return;
  if (label?.kinds.has("source") && label.value !== "" && !line.isCredited && !label.kinds.has("credit")) {
    if (label.value.split(/\s+/u).length <= 14) {
      board.claim(line, { role: "sourceLine", rule: "source-label", confidence: 0.9 });
    }
    return;
  }
  if (isInHead) return;
  if (isDesk(line)) board.claim(line, { role: "sourceLine", rule: "desk-line", confidence: 0.8 });
  else if (namesOnlyKnownSources(text)) {
    board.claim(line, { role: "sourceLine", rule: "names-only-known-sources", confidence: 0.85 });
  } else if (/^\p{Ll}{2,4}(?:\/\p{Ll}{2,4})+$/u.test(text)) {
    board.claim(line, { role: "sourceLine", rule: "desk-initials", confidence: 0.7 });
  }
}

/** "(Reporting by …; editing by …)", "With inputs from PTI", "Avec AFP". */
function isDesk({ key, text, length, endsSentence }: ObservedLine): boolean {
  if (key === "") return false;
  const isWrapped = /^[(（[—–-]/u.test(text);
  const at = desk.find(key);
  if (at < 0) return false;
  if (at === 0 && (length <= 120 || isWrapped)) return !endsSentence || isWrapped || length <= 90;
  return isWrapped && length <= 320;
}

function namesOnlyKnownSources(text: string): boolean {
  if (text.length > 160) return false;
  const bare = text.replace(/^[\s(（[［【—–-]+|[\s)）\]］】.。]+$/gu, "");
  const names = splitSourceNames(bare);
  return names.length > 0 && names.every((name) => findSource(name) !== undefined);
}

/** "Source: Reuters" between paragraphs. */
const isNamedSource = ({ label, length, endsSentence }: ObservedLine): boolean =>
  label !== undefined &&
  length <= 120 &&
  !endsSentence &&
  label.kinds.has("source") &&
  splitSourceNames(label.value).some((name) => findSource(name) !== undefined);

function claimLabelledByline(board: RoleBoard, line: ObservedLine): void {
  const { label, text } = line;
  if (!board.isFree(line) || line.length > 130 || line.isCredited) return;
  const isColon = label?.kinds.has("byline") === true && label.value !== "";
  const isCredit = label?.kinds.has("credit") === true;
  const isFirst = board.free()[0] === line;
  const byline = readByline(text);
  if (byline?.strength !== "labelled" || isCredit) return;
  if (!isColon && isFirst && board.free().length > 1) return;
  board.claim(line, { role: "byline", rule: isColon ? "byline-label" : "byline-word", confidence: 0.9 });
}

/** A name without a word that says so is a byline only in its place: after the headline, near a date, before the text. */
function claimBareBylines(board: RoleBoard, { start, end }: Bounds): void {
  const headline = board.free(0, start)[0];
  for (const line of board.free()) {
    if (line === headline || (line.index >= start && line.index < end)) continue;
    const isInHead = line.index < start;
    const byline = readByline(line.text);
    if (byline === undefined || line.isCredited || line.isCredit || findSource(line.text)) continue;
    if (byline.strength === "labelled") {
      board.claim(line, { role: "byline", rule: "byline-word", confidence: 0.8 });
      continue;
    }
    const isBesideDate = isBesideMarker(board, line);
    const hasCase = /\p{Lu}/u.test(line.text);
    if (byline.strength === "titled" && (isInHead ? hasCase || isBesideDate : isAtEnd(board, line))) {
      board.claim(line, { role: "byline", rule: "name-with-title", confidence: 0.75 });
    } else if (byline.strength === "bare" && isInHead && isBesideDate) {
      board.claim(line, { role: "byline", rule: "name-beside-date", confidence: 0.7 });
    } else if (byline.strength === "bare" && hasCase && isInHead && isBeforeText(board, line)) {
      board.claim(line, { role: "byline", rule: "name-in-head", confidence: 0.55 });
    } else if (
      byline.strength === "bare" &&
      !isInHead &&
      isAtEnd(board, line) &&
      /^[(（[]|\.?$/u.test(line.text)
    ) {
      board.claim(line, { role: "byline", rule: "name-at-end", confidence: 0.55 });
    }
  }
}

const isBesideMarker = (board: RoleBoard, line: ObservedLine): boolean =>
  [board.lines[line.index - 1], board.lines[line.index + 1]].some((other) => {
    const role = board.claimOf(other)?.role;
    return role === "date" || role === "byline" || (other !== undefined && isMarker(other));
  });

const isBeforeText = (board: RoleBoard, line: ObservedLine): boolean => {
  const next = board.nextFree(line);
  return next !== undefined && isProse(next);
};

/** Right after the text, before anything of the page. */
const isAtEnd = (board: RoleBoard, line: ObservedLine): boolean => {
  const before = board.lines[line.index - 1];
  const role = board.claimOf(before)?.role;
  return role === undefined || role === "sourceLine" || role === "byline" || role === "date";
};
