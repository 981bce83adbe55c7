import { readDateline } from "../phrases/read-dateline.ts";
import type { Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import type { RoleBoard } from "./role-board.ts";

/** Claims a line before the text that says where it was filed, and nothing else. */
export function claimDateline(board: RoleBoard, { start }: Bounds): void {
  for (const line of board.free(0, start)) {
    if (line.length > 70 || line.index < start - 6 || line.text.includes("|")) continue;
    if (isPictureCredit(line) || isBelowPictureText(line, board.lines[line.index - 1])) continue;
    const bare = line.text.replace(/[\s.:–—-]+$/u, "");
    const found = readDateline(`${bare} - X`);
    const isInCapitals =
      bare.toUpperCase() === bare && /\p{Lu}{3}/u.test(bare) && bare.split(/\s+/u).length <= 4;
    const isBracketed = /[(（/]/u.test(bare) || /\s[-–—]\s/u.test(bare);
    const isFirm =
      found !== undefined &&
      ((found.sources.length > 0 && isBracketed) || found.date !== undefined) &&
      found.place !== undefined;
    const isAboveText = line.index === start - 1 && bare.length >= 4 && bare.split(/\s+/u).length <= 2;
    const isPlace = isInCapitals && ((found !== undefined && /[.:–—-]$/u.test(line.text)) || isAboveText);
    if (isFirm || isPlace) board.claim(line, { role: "dateline", rule: "dateline-alone", confidence: 0.8 });
  }
}

/** "© Name/Agency", "Handout/Agency": a slash or a sign of copyright stands in credits, and in no dateline of this form. */
const isPictureCredit = ({ isCredit, text }: ObservedLine): boolean =>
  isCredit && /^[©®]|\p{L}\/\p{L}/u.test(text);

/** Right below the alternative text of a picture, with the agency that took it, stands its caption. */
const isBelowPictureText = (line: ObservedLine, above: ObservedLine | undefined): boolean =>
  line.isCredited && above?.isCredited === true && above.number === line.number - 1;
