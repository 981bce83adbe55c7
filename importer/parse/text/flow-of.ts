import { isDeskLine } from "./desk-line.ts";
import { isMarker, isProse, isSentence } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import type { Flow } from "./story-end.ts";

/** Tells the flow of a line. Pure. */
export function flowOf(board: RoleBoard, line: ObservedLine): Flow {
  // "Image caption" alone belongs to the picture below it, and what the outlet puts among the paragraphs parts none of them.
  if (!board.isFree(line)) return line.isLabelAlone || line.outlet?.stands === "text" ? "other" : "page";
  if (isText(board, line)) return "text";
  if (clock.test(line.text) || (isMarker(line) && line.dates.dates.length > 0)) return "time";
  return isShort(line) && board.bylineOf(line)?.strength !== "labelled" ? "short" : "other";
}

/** "01:12": a time of day, or how long a film is. */
const clock = /^\p{Nd}{1,2}(?:[:：]\p{Nd}{2}){1,2}$/u;

function isText(board: RoleBoard, line: ObservedLine): boolean {
  if (!isProse(line) && !(isSentence(line) && !isMarker(line) && line.length >= shortestText)) return false;
  return !isDeskLine(line) && !isAboutAuthor(board, line);
}

/** In letters. */
const shortestText = 20;

/** "Jane Doe is a reporter in Lisbon." */
const isAboutAuthor = (board: RoleBoard, line: ObservedLine): boolean =>
  line.length <= 120 &&
  line.words <= 14 &&
  !/\d/u.test(line.text) &&
  board.bylineOf(line)?.strength === "titled";

const longestTitle = 120;
/** A shorter line with a colon at its end is a label. */
const shortestAnnouncement = 25;

/** A title, a heading or a button. */
function isShort(line: ObservedLine): boolean {
  const { text, length, endsSentence, isWrapped, isCredited, isCredit, isOfPicture, label } = line;
  if (length > longestTitle || isWrapped || isCredited || isCredit || isOfPicture) return false;
  if (endsSentence) return length < shortestText && calls.test(text);
  if (length >= shortestAnnouncement && /[:：]\s*$/u.test(text)) return false;
  return label === undefined && !item.test(text) && !isDeskLine(line);
}

/** "Loading …", "Sign up!" */
const calls = /[….]{2,}$|[…!！]$/u;

/** An item of a list, or a row of a table. */
const item =
  /^\s*(?:[•▪■□◆◇▽▼▲▶►●○◦‣✓✔✅➢➤*＊・·．◾🔹🔸–—-]|[(（]?\p{Nd}{1,2}\s?[.)）、۔-])\s*\S|\S(?:\s{2,}|\t)\S/u;
