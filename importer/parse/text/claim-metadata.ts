import { findSource } from "../authority/find-source.ts";
import { splitSourceNames } from "../authority/split-source-names.ts";
import { isDeskLine } from "./desk-line.ts";
import type { Bounds } from "./find-body.ts";
import { namesInSourceLine } from "./names-in-source-line.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Claims the lines of head and tail that say in words when, by whom and from where. */
export function claimMetadata(board: RoleBoard, bounds: Bounds): void {
  for (const line of board.lines) {
    if (!board.isFree(line) || line.isWrapped) continue;
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
}

function claimDate(board: RoleBoard, line: ObservedLine, isInHead: boolean): void {
  const { dates } = line;
  if (dates.dates.length === 0 && !(dates.isLabelled && dates.hasHint)) return;
  const isFull = dates.dates.some(({ date }) => date !== undefined);
  const isOnlyDate = dates.others <= 1;
  // An outlet or a page of it may stand beside the date: "Kyodo, economy desk 2026-06-18 15:32".
  const isMostlyDate = isFull && dates.others <= 3 && line.length <= 100 && isInHead && dates.hasHint;
  if (!isOnlyDate && !isMostlyDate) return;
  if (!isOnlyDate && board.bylineOf(line) !== undefined) return;
  const isUpdate = dates.dates.every(({ label }) => label === "updated") && dates.isLabelled;
  if (!isInHead && isUpdate)
    board.claim(line, { role: "boilerplate", rule: "updated-at-end", confidence: 0.6 });
  else board.claim(line, { role: "date", rule: "date-alone", confidence: isFull && isOnlyDate ? 0.9 : 0.7 });
}

function claimSource(board: RoleBoard, line: ObservedLine, isInHead: boolean): void {
  const { label, text, length } = line;
  if (length > 320) return;
  if (label?.kinds.has("source") && label.value !== "" && !label.kinds.has("credit")) {
    if (label.value.split(/\s+/u).length <= 14) {
      board.claim(line, { role: "sourceLine", rule: "source-label", confidence: 0.9 });
    }
    return;
  }
  const isByline = label?.kinds.has("byline") === true;
  if (isByline && namesSources(label?.value ?? "")) {
    board.claim(line, { role: "sourceLine", rule: "byline-of-sources", confidence: 0.8 });
    return;
  }
  if (isInHead) {
    const isBelowByline = board.claimOf(board.lines[line.index - 1])?.role === "byline";
    const names =
      line.index > 0 && length <= 60 && namesOnlyKnownSources(text) ? splitSourceNames(text).length : 0;
    if (names >= 2 || (names === 1 && isBelowByline)) {
      board.claim(line, { role: "sourceLine", rule: "known-sources-in-head", confidence: 0.65 });
    }
    return;
  }
  if (isDeskLine(line)) board.claim(line, { role: "sourceLine", rule: "desk-line", confidence: 0.8 });
  else if (namesOnlyKnownSources(text)) {
    board.claim(line, { role: "sourceLine", rule: "names-only-known-sources", confidence: 0.85 });
  } else if (namesSourcesInBrackets(text)) {
    board.claim(line, { role: "sourceLine", rule: "sources-in-brackets", confidence: 0.75 });
  } else if (/^\p{Ll}{2,4}(?:\/\p{Ll}{2,4})+$/u.test(text)) {
    board.claim(line, { role: "sourceLine", rule: "desk-initials", confidence: 0.7 });
  }
}

/** Known sources, with others beside them that are as short. */
function namesSources(text: string): boolean {
  const names = splitSourceNames(text);
  return (
    names.some((name) => findSource(name) !== undefined) &&
    names.every((name) => findSource(name) || name.length <= 12)
  );
}

/** "(με πληροφορίες από Reuters, AFP)", "م.ر/ف.ن (AFP, dpa)": in brackets, and nothing but initials before them. */
function namesSourcesInBrackets(text: string): boolean {
  const [, before = "", inside] =
    /^(.{0,14}?)[(（【［[]([^()（）]{2,160})[)）】］\]]\s*\.?$/su.exec(text) ?? [];
  if (inside === undefined || (before !== "" && !/^[\p{L}./\s]{1,14}$/u.test(before))) return false;
  return namesInSourceLine(inside).length > 0 && (before === "" || namesOnlyKnownSources(inside));
}

/** Whether a line is known sources and nothing else. Pure. */
export function namesOnlyKnownSources(text: string): boolean {
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
  const { label } = line;
  if (!board.isFree(line) || line.length > 130 || line.isCredited) return;
  const isColon = label?.kinds.has("byline") === true && label.value !== "";
  const isCredit = label?.kinds.has("credit") === true;
  const isFirst = board.firstFree() === line && board.firstFree(line.index + 1) !== undefined;
  const byline = board.bylineOf(line);
  if (byline?.strength !== "labelled" || isCredit) return;
  if (!isColon && isFirst) return;
  board.claim(line, { role: "byline", rule: isColon ? "byline-label" : "byline-word", confidence: 0.9 });
}
