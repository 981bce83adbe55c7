import { readControlWord } from "../lexicons/control-words.ts";
import type { Bounds } from "./find-body.ts";
import { isProse } from "./find-body.ts";
import type { Claim } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Orders stand in the first lines of a story; further down the same words are about something else. */
const longestHead = 10;

/** Claims what the wire service orders at the head of a story: corrections, embargoes, withdrawals. */
export function claimControl(board: RoleBoard, { start }: Bounds): void {
  const head = board.lines.slice(0, Math.min(longestHead, start + 1));
  for (const line of head) {
    // "請勿使用" is an order, though notices of pages begin with "請勿" too.
    const isNotice = board.claimOf(line)?.rule === "known-start";
    const claim = isNotice || board.isFree(line) ? controlOf(line, board, start) : undefined;
    if (claim === undefined) continue;
    if (isNotice) board.override(line, "known-start", claim);
    else board.claim(line, claim);
  }
}

function controlOf(line: ObservedLine, board: RoleBoard, start: number): Claim | undefined {
  const text = line.text.replace(/^[\s+*=!#([（【［-]+|[\s+*=!#]+$/gu, "");
  const word = readControlWord(text);
  if (word === undefined) return undefined;
  const claim = (rule: string, confidence: number): Claim => ({ role: "wireControl", rule, confidence });
  if (word.isWhole) return claim("control-words-alone", 0.95);
  const hasHeadline = board
    .free(0, board.lines.length)
    .some((other) => other !== line && (other.index < start || !isProse(other)));
  if (!hasHeadline) return undefined;
  const isBracketed = /^[(（[［【*]/u.test(line.text);
  if (isBracketed && /[)）\]］】*]$/u.test(line.text)) return claim("control-in-brackets", 0.85);
  const [, tag] = /^[(（[［【<]\s*([^()[\]【】]{1,40})[)）\]］】>]\s*\S/u.exec(line.text) ?? [];
  if (tag !== undefined && readControlWord(tag)?.isWhole === true && hasLaterHeadline(board, line, start)) {
    return claim("control-tag", 0.75);
  }
  const isGrave = word.kind === "canceled" || word.kind === "embargoed" || word.kind === "withheld";
  const mark = markAfter(text);
  if (isGrave && (mark !== "" || line.endsSentence || word.length >= 10 || line.dates.dates.length > 0)) {
    return claim("control-order", 0.85);
  }
  // "CORRECTED-Mayor resigns" is a headline; "CORRECTED: spelling of name" stands beside one.
  if (mark === ":" && (line.endsSentence || hasLaterHeadline(board, line, start)))
    return claim("control-note", 0.8);
  if (mark === "-" && hasLaterHeadline(board, line, start) && line.endsSentence)
    return claim("control-note", 0.7);
  return undefined;
}

/** Another line of the head, after this one, that may be the headline. */
const hasLaterHeadline = (board: RoleBoard, line: ObservedLine, start: number): boolean =>
  board
    .free(line.index + 1, Math.max(start, line.index + 2))
    .some((other) => !isProse(other) && other.length >= 15);

/** The mark between control words and what they say: nothing but such words stands before it. */
function markAfter(text: string): ":" | "-" | "" {
  const colon = /^([^:：]{2,60})[:：]/u.exec(text)?.[1];
  if (colon !== undefined && readControlWord(colon)?.isWhole === true) return ":";
  const dash = /^(.{2,40}?)\s?[-–—/]/u.exec(text)?.[1];
  return dash !== undefined && readControlWord(dash)?.isWhole === true ? "-" : "";
}
