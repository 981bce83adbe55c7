import type { OutletReading } from "../outlet-reading.ts";
import { claimBelowHeadline } from "./claim-below-headline.ts";
import { claimBody } from "./claim-body.ts";
import { claimBoilerplate } from "./claim-boilerplate.ts";
import { claimControl } from "./claim-control.ts";
import { claimBylines } from "./claim-bylines.ts";
import { claimDateline } from "./claim-dateline.ts";
import { claimFurniture } from "./claim-furniture.ts";
import { claimHeadline } from "./claim-headline.ts";
import { claimLists } from "./claim-lists.ts";
import { claimMenu } from "./claim-menu.ts";
import { claimMetadata } from "./claim-metadata.ts";
import { claimPictures } from "./claim-pictures.ts";
import { claimTail } from "./claim-tail.ts";
import { claimTaught } from "./claim-taught.ts";
import { findStart } from "./find-body.ts";
import { findEnd } from "./find-end.ts";
import type { LineGroup, RoledLine } from "./lines.ts";
import { observeLines } from "./observe-lines.ts";
import { RoleBoard } from "./role-board.ts";

/**
 * Gives every line of a story one role, with its evidence.
 *
 * Pure; loses no line and keeps their order. The most certain roles come first, and a claimed line stays claimed: what
 * editors have taught, the page around the story, orders to the desk, dates and names, pictures, the head, the tail, and
 * then the text between them.
 *
 * @param outlet What is known of the outlet; default: nothing.
 */
export function assignRoles(groups: readonly LineGroup[], outlet?: OutletReading): RoledLine[] {
  const board = new RoleBoard(observeLines(groups, outlet));
  claimTaught(board);
  claimBoilerplate(board);
  claimMenu(board);
  const start = findStart(board);
  const bounds = { start, ...findEnd(board, start) };
  claimFurniture(board, bounds);
  claimControl(board, bounds);
  claimMetadata(board, bounds);
  claimHeadline(board, bounds);
  claimDateline(board, bounds);
  claimBylines(board, bounds);
  claimPictures(board, bounds);
  claimBelowHeadline(board, bounds);
  claimLists(board, bounds);
  claimTail(board, bounds);
  claimBody(board, bounds);
  return board.result();
}
