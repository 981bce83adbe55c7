import { readOrderLine } from "../control/order-line.ts";
import { isGrave } from "../control/wire-order.ts";
import type { Bounds } from "./find-body.ts";
import { isProse } from "./find-body.ts";
import type { Claim } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Orders are in the first lines of a story; further down, the same words have another subject. */
const longestHead = 10;

/** Claims the wire service's orders at the head of a story: corrections, embargoes, withdrawals. */
export function claimControl(board: RoleBoard, { start }: Bounds): void {
  const head = board.lines.slice(0, Math.min(longestHead, start + 1));
  for (const line of head) {
    const claim = mayBeOrder(board, line) ? controlOf(line, board, start) : undefined;
    if (claim === undefined) continue;
    // "請勿使用" is an order, although page notices also begin with "請勿".
    const overridden = board.claimOf(line)?.rule;
    if (overridden === undefined) board.claim(line, claim);
    else board.override(line, overridden, claim);
  }
}

/**
 * "Do not use" may also be a page notice; at the head of a story, a possible order to withhold it takes precedence.
 */
function mayBeOrder(board: RoleBoard, line: ObservedLine): boolean {
  if (board.isFree(line)) return true;
  const isWordOfPage = /^known-/.test(board.claimOf(line)?.rule ?? "");
  const order = isWordOfPage ? readOrderLine(line.text) : undefined;
  return order !== undefined && isGrave(order.kind);
}

function controlOf(line: ObservedLine, board: RoleBoard, start: number): Claim | undefined {
  const order = readOrderLine(line.text);
  if (order === undefined) return undefined;
  const { kind, isWhole, isBracketed, mark, isPhrase } = order;
  const claim = (rule: string, confidence: number): Claim => ({ role: "wireControl", rule, confidence });
  if (isWhole) return claim("control-words-alone", 0.95);
  const hasHeadline = board
    .free(0, board.lines.length)
    .some((other) => other !== line && (other.index < start || !isProse(other)));
  if (!hasHeadline) return undefined;
  if (isBracketed) return claim("control-in-brackets", 0.85);
  if (mark === "tag" && hasLaterHeadline(board, line, start)) return claim("control-tag", 0.75);
  const isParted = mark === ":" || mark === "-";
  if (isGrave(kind) && (isParted || line.endsSentence || isPhrase || line.dates.dates.length > 0)) {
    return claim("control-order", 0.85);
  }
  // "CORRECTED-Mayor resigns" is a headline; "CORRECTED: spelling of name" accompanies one.
  if (mark === ":" && (line.endsSentence || hasLaterHeadline(board, line, start)))
    return claim("control-note", 0.8);
  if (mark === "-" && hasLaterHeadline(board, line, start) && line.endsSentence)
    return claim("control-note", 0.7);
  return undefined;
}

/** Whether a later line of the head may be the headline. */
const hasLaterHeadline = (board: RoleBoard, line: ObservedLine, start: number): boolean =>
  board
    .free(line.index + 1, Math.max(start, line.index + 2))
    .some((other) => !isProse(other) && other.length >= 15);
