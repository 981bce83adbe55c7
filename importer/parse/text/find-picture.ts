import { visualLength } from "../line-shape.ts";
import type { Evidence, Role } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";
import { longestPictureText, picturePair } from "./picture-pair.ts";
import type { Script } from "../scripts.ts";

/** The lines of one picture: the roles of the line looked at and of those right after it. */
export interface FoundPicture {
  readonly roles: readonly Extract<Role, "imageAlt" | "caption" | "credit">[];
  readonly evidence: Evidence;
}

/** Tells whether a picture begins at a line; `undefined` if the line is text. Pure. */
export function findPicture(
  lines: readonly ObservedLine[],
  index: number,
  mainScript: Script | undefined,
): FoundPicture | undefined {
  const [line, next, afterNext] = lines.slice(index, index + 3);
  if (line === undefined) return undefined;
  const second = line.hasNeighbour ? next : undefined;
  const third = second?.hasNeighbour ? afterNext : undefined;

  const pair = second && picturePair(line, second, mainScript);
  if (pair?.firstRole === "imageAlt") return { roles: ["imageAlt", "caption"], evidence: pair.evidence };
  // A caption before a foreign line, unless that line is the alternative text of the caption after it.
  const isNextPair = second !== undefined && third !== undefined && picturePair(second, third, mainScript);
  if (pair !== undefined && !isNextPair) return { roles: ["caption", "imageAlt"], evidence: pair.evidence };

  if (line.isCredit) {
    const isCertain = line.credited?.strength === "certain";
    return isCertain ? { roles: ["credit"], evidence: "credit-alone" } : undefined;
  }
  if (isShort(line) && second !== undefined && isShort(second) && isCreditLine(third)) {
    return { roles: ["imageAlt", "caption"], evidence: "beside-credited-line" };
  }
  if (isShort(line) && isCreditLine(second)) return { roles: ["caption"], evidence: "beside-credited-line" };

  if (!isCaption(line, next === undefined)) return undefined;
  if (line.script === mainScript) return { roles: ["caption"], evidence: "ends-with-credit" };
  const isSplitPair = next !== undefined && next.script === mainScript && isCaption(next, false);
  return isSplitPair
    ? { roles: ["imageAlt", "caption"], evidence: "two-scripts" }
    : { roles: ["imageAlt"], evidence: "ends-with-credit" };
}

const isShort = (line: ObservedLine): boolean =>
  !line.isCredit && visualLength(line.text) <= longestPictureText;

/** A bare "Reuters" below a text may as well be its signature. */
const isCreditLine = (line: ObservedLine | undefined): boolean =>
  line !== undefined && line.isCredit && line.credited?.strength !== "possible";

/** Whether a line alone is a caption. A story rarely ends with one, so a last line must be short to be. */
function isCaption(line: ObservedLine, isLast: boolean): boolean {
  if (!line.isCredited || !isShort(line)) return false;
  if (line.credited?.strength === "certain") return true;
  return line.credited?.strength === "likely" && visualLength(line.text) <= (isLast ? 120 : 250);
}
