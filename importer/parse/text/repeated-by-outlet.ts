import { readOrderLine } from "../control/order-line.ts";
import { isGrave } from "../control/wire-order.ts";
import { isDeskLine } from "./desk-line.ts";
import { isProse } from "./find-body.ts";
import { namesOnlyKnownSources } from "./names-only-known-sources.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { isSignature } from "./is-signature.ts";

/**
 * The lines that other stories of the outlet have too, where they are the page's: above and below the text, and among
 * its paragraphs if most stories have them. Pure.
 *
 * What says whose story it is may recur and is the story's own all the same. A story never loses its text this way: if
 * all of it recurs, none of it counts.
 */
export function repeatedByOutlet(board: RoleBoard): ReadonlySet<ObservedLine> {
  const repeated = board.lines.filter(
    (line) => line.outlet?.role === "boilerplate" && line.outlet.habit !== "taught",
  );
  if (repeated.length === 0) return none;
  const known = new Set(repeated);
  const text = board.lines.filter((line) => isProse(line) && !known.has(line));
  const [first, last] = [text[0]?.index ?? Infinity, text.at(-1)?.index ?? -1];
  return new Set(
    repeated.filter(
      (line) =>
        (line.outlet?.isUsual === true || line.index < first || line.index > last) &&
        (text.length > 0 || !isProse(line)) &&
        !(line.index === last + 1 && isSignature(line)) &&
        !isOwn(board, line, line.index < first) &&
        !isRow(board, line),
    ),
  );
}

const none: ReadonlySet<ObservedLine> = new Set();

/** Whether a line tells of the story, or orders what to do with it, in words that are known. */
function isOwn(board: RoleBoard, line: ObservedLine, isInHead: boolean): boolean {
  if (line.isWrapped || isDeskLine(line) || namesOnlyKnownSources(line.text)) return true;
  const order = readOrderLine(line.text);
  if (order !== undefined && (isGrave(order.kind) || line.outlet?.isUsual !== true)) return true;
  if (line.outlet?.isUsual === true && !isInHead) return false;
  // Any few words may be a name: whether they recur as an author's do, was seen when stories were counted.
  const byline = board.bylineOf(line);
  return byline !== undefined && byline.strength !== "bare";
}

/** Fewer numbers below each other are a count, a page, a time to read. */
const leastRows = 3;

/** Whether a line is one of several with numbers, such as prices or scores, which are alike in every story and its own. */
function isRow(board: RoleBoard, line: ObservedLine): boolean {
  if (!hasNumber(line)) return false;
  let [start, end] = [line.index, line.index];
  while (hasNumber(board.lines[start - 1])) start -= 1;
  while (hasNumber(board.lines[end + 1])) end += 1;
  return end - start + 1 >= leastRows;
}

const hasNumber = (line: ObservedLine | undefined): boolean =>
  line !== undefined && /\p{Nd}/u.test(line.text) && line.dates.dates.length === 0;
