import type { Bounds } from "./find-body.ts";
import { isProse } from "./find-body.ts";
import type { Claim } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";
import { claimOfRule } from "./rules/claim-by-rules.ts";
import { listRules, type ListPlace } from "./rules/list-rules.ts";

/** Claims list items and table rows. */
export function claimLists(board: RoleBoard, { start, end }: Bounds): void {
  const pageBegins = board.lines.findIndex(
    (line) => line.index >= end && board.claimOf(line)?.role === "boilerplate",
  );
  const limit = pageBegins < 0 ? board.lines.length : pageBegins;
  const lines = board.free(0, limit).filter((line) => !line.isCredit && !line.isWrapped);
  const areApart = hasBlankLines(board, start);
  // The first line of a story has nothing above it to show that it is an item.
  for (let index = lines[0]?.index === 0 ? 1 : 0; index < lines.length;) {
    const place = placeOf(board, lines, index, { start, areApart });
    const run = place && runAt(place);
    if (run === undefined) {
      index += 1;
      continue;
    }
    for (const item of lines.slice(index, index + run.length)) board.claim(item, run.claim);
    index += run.length;
  }
}

/** Whether a blank line is on either side of the paragraphs of a story, as a rule. */
function hasBlankLines(board: RoleBoard, start: number): boolean {
  const paragraphs = board.free(start).filter((line) => isProse(line));
  const alone = paragraphs.filter(({ groupSize }) => groupSize === 1).length;
  return alone >= 2 && alone >= 0.7 * paragraphs.length;
}

/** The first run of lines that a rule accepts as items, and its claim for each. */
function runAt(place: ListPlace): { readonly length: number; readonly claim: Claim } | undefined {
  for (const rule of listRules) {
    const length = rule.applies(place);
    if (length > 0) return { length, claim: claimOfRule(rule) };
  }
  return undefined;
}

/** A longer list is claimed in parts, so that a text of short lines alone does not cost its square. */
const longestRun = 500;

function placeOf(
  board: RoleBoard,
  lines: readonly ObservedLine[],
  index: number,
  story: Pick<ListPlace, "start" | "areApart">,
): ListPlace | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  return {
    line,
    above: board.lines[line.index - 1],
    ...story,
    isOfPage: (other) => board.claimOf(other)?.role === "boilerplate",
    run(isWanted) {
      let end = index;
      while (end < Math.min(lines.length, index + longestRun)) {
        const [before, item] = [lines[end - 1], lines[end]];
        if (item === undefined || !isWanted(item)) break;
        if (end > index && before !== undefined && isParted(board, before, item)) break;
        end += 1;
      }
      return lines.slice(index, end);
    },
  };
}

/** Whether another part of the story separates two lines. */
const isParted = (board: RoleBoard, before: ObservedLine, line: ObservedLine): boolean =>
  board.lines
    .slice(before.index + 1, line.index)
    .some((other) => board.claimOf(other)?.role !== "boilerplate");
