import { isProse, type Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Claims what is left after the text: signatures, and titles of other stories. */
export function claimTail(board: RoleBoard, { end }: Bounds): void {
  let isPage = false;
  let isFirst = true;
  for (const line of board.lines.slice(end)) {
    const claim = board.claimOf(line);
    if (claim?.role === "boilerplate") isPage = true;
    if (claim !== undefined) continue;
    if (isSignature(line) && !isPage) {
      board.claim(line, { role: "sourceLine", rule: "signature", confidence: 0.6 });
    } else if (isPage && !(isProse(line) && line.length >= 120)) {
      board.claim(line, { role: "boilerplate", rule: "among-page", confidence: 0.65 });
    } else if (!line.endsWithPunctuation && line.length <= 110 && !headsText(board, line)) {
      board.claim(line, { role: "boilerplate", rule: "title-after-text", confidence: isFirst ? 0.45 : 0.55 });
    }
    isFirst = false;
  }
}

/** Capitals or a name in brackets on a line of its own: the initials of an agency or of a desk. */
const isSignature = ({ text }: ObservedLine): boolean =>
  /^[(（【［[][^()（）:：]{1,30}[)）】］\]]$/u.test(text) || /^[—–-]\s?\p{Lu}[\p{L}.]{1,12}$/u.test(text);

/** A heading of what follows: sentences of the text, however short. */
function headsText(board: RoleBoard, line: ObservedLine): boolean {
  const next = board.lines[line.index + 1];
  if (next === undefined) return false;
  const role = board.claimOf(next)?.role;
  return role === "listItem" || (role === undefined && next.endsSentence && next.length > line.length);
}
