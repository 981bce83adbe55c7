import { matchKey } from "../lexicons/match-key.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Roles of lines that name an author, and no person of the story. */
const aboutAuthor: ReadonlySet<string | undefined> = new Set(["byline", "sourceLine", "date", "boilerplate"]);

/**
 * Whether the headline, a caption or another longer line before the text has the name that a line consists of: it is
 * then of somebody in the story. The credit of a picture does not count, since reporters take pictures too. Pure.
 *
 * @param start Index of the first line of the text.
 */
export function isNamedAbove(board: RoleBoard, line: ObservedLine, start: number): boolean {
  if (line.words > 5 || line.length > 45) return false;
  const keys = (board.bylineOf(line)?.names ?? []).map((name) => ` ${matchKey(name)} `);
  return board.lines
    .slice(0, start)
    .some(
      (other) =>
        other.index !== line.index &&
        other.words > line.words &&
        !aboutAuthor.has(board.claimOf(other)?.role) &&
        keys.some((key) => ` ${matchKey(other.plain)} `.includes(key)),
    );
}
