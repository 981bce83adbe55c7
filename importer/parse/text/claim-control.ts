import { readOrderLine, type OrderLine } from "../control/order-line.ts";
import { isGrave } from "../control/wire-order.ts";
import type { Bounds } from "./find-body.ts";
import { isProse } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimOfRule } from "./rules/claim-by-rules.ts";
import { controlRules } from "./rules/control-rules.ts";

/** Orders are in the first lines of a story; further down, the same words have another subject. */
const longestHead = 10;

/** Claims the wire service's orders at the head of a story: corrections, embargoes, withdrawals. */
export function claimControl(board: RoleBoard, { start }: Bounds): void {
  for (const line of board.lines.slice(0, Math.min(longestHead, start + 1))) {
    const order = readOrderLine(line.text);
    if (order === undefined || !mayBeOrder(board, line, order)) continue;
    const rule = controlRules.find((each) =>
      each.applies({
        line,
        order,
        isText: line.index >= start,
        hasHeadline: () => hasHeadline(board, line, start),
        hasLaterHeadline: () => hasLaterHeadline(board, line, start),
      }),
    );
    if (rule === undefined) continue;
    // "請勿使用" is an order, although page notices also begin with "請勿".
    const overridden = board.claimOf(line)?.rule;
    if (overridden !== undefined) board.withdraw(line, overridden);
    board.claim(line, claimOfRule(rule));
  }
}

/**
 * "Do not use" may also be a page notice; at the head of a story, a possible order to withhold it takes precedence.
 */
const mayBeOrder = (board: RoleBoard, line: ObservedLine, { kind }: OrderLine): boolean =>
  board.isFree(line) || (isGrave(kind) && /^known-/.test(board.claimOf(line)?.rule ?? ""));

const hasHeadline = (board: RoleBoard, line: ObservedLine, start: number): boolean =>
  board.free().some((other) => other !== line && (other.index < start || !isProse(other)));

/** Whether a later line of the head may be the headline. */
const hasLaterHeadline = (board: RoleBoard, line: ObservedLine, start: number): boolean =>
  board
    .free(line.index + 1, Math.max(start, line.index + 2))
    .some((other) => !isProse(other) && other.length >= 15);
