import type { CreditedText } from "../phrases/split-credit.ts";
import type { Bounds } from "./find-body.ts";
import type { ObservedLine } from "./observe-lines.ts";
import { picturePlaces, type LastPicture } from "./picture-place.ts";
import type { RoleBoard } from "./role-board.ts";
import type { PictureRule } from "./rules/picture-rule.ts";
import { pictureRules } from "./rules/picture-rules.ts";

/** Claims the lines of pictures: alternative texts, captions and credits, in all their arrangements. */
export function claimPictures(board: RoleBoard, bounds: Bounds): void {
  const { lines, at } = picturePlaces(board, bounds);
  let last: LastPicture | undefined;
  for (let index = 0; index < lines.length;) {
    const place = at(index, last);
    const rule = place && pictureRules.find((each) => each.applies(place));
    const count = rule?.roles.length ?? 1;
    if (rule !== undefined) last = claimLines(board, lines.slice(index, index + count), rule, last);
    index += count;
  }
}

/** Gives lines the roles of a rule. Returns their picture in its new state. */
function claimLines(
  board: RoleBoard,
  lines: readonly ObservedLine[],
  rule: PictureRule,
  last: LastPicture | undefined,
): LastPicture | undefined {
  const own = rule.picture === "begins" ? undefined : last;
  const picture = own?.picture ?? board.newPicture();
  let { hasCredit = false, end = 0 } = own ?? {};
  let isClaimed = false;
  for (const [place, line] of lines.entries()) {
    const [role = rule.roles[0], credited] = [rule.roles[place], creditedBy(rule, line)];
    const { name, confidence } = rule;
    const more = credited === undefined ? {} : { credited };
    if (!board.claim(line, { role, rule: name, confidence, row: rule, picture, ...more })) continue;
    isClaimed = true;
    if (role === "imageCredit" || (line.isCredited && !rule.awaitsCredit)) hasCredit = true;
    if (rule.picture !== "closes") end = line.index;
  }
  return isClaimed ? { picture, hasCredit, end } : last;
}

function creditedBy(rule: PictureRule, line: ObservedLine): CreditedText | undefined {
  if (rule.readCredit !== undefined) return rule.readCredit(line);
  // An unknown name in brackets counts as a credit only where the sentence certainly belongs to a picture.
  return line.credited?.strength === "unproven" && !rule.provesCredit ? undefined : line.credited;
}
