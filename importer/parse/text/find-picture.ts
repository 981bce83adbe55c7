import { visualLength } from "../phrases/line-shape.ts";
import type { Role } from "./lines.ts";
import type { ObservedLine } from "./observe-lines.ts";
import { longestPictureText, picturePair } from "./picture-pair.ts";
import type { Script } from "../phrases/scripts.ts";

/** The lines of one picture: the roles of the line looked at and of those right after it. */
export interface FoundPicture {
  readonly roles: readonly Extract<Role, "imageAlt" | "imageCaption" | "imageCredit">[];
  readonly evidence: string;
  /** From 0 to 1. */
  readonly confidence: number;
}

/**
 * Tells whether a picture begins at a line; `undefined` if the line is text. Pure.
 *
 * @param lastText Index of the last line that is sure to be text.
 */
export function findPicture(
  lines: readonly ObservedLine[],
  index: number,
  mainScript: Script | undefined,
  lastText: number,
): FoundPicture | undefined {
  const [line, next, afterNext] = lines.slice(index, index + 3);
  if (line === undefined) return undefined;
  const second = line.hasNeighbour ? next : undefined;
  const third = second?.hasNeighbour ? afterNext : undefined;

  const pair = second && picturePair(line, second, mainScript);
  if (pair?.firstRole === "imageAlt")
    return { roles: ["imageAlt", "imageCaption"], evidence: pair.evidence, confidence: 0.9 };
  // A caption before a foreign line, unless that line is the alternative text of the caption after it.
  const isNextPair = second !== undefined && third !== undefined && picturePair(second, third, mainScript);
  if (pair !== undefined && !isNextPair)
    return { roles: ["imageCaption", "imageAlt"], evidence: pair.evidence, confidence: 0.9 };

  if (line.isCredit) {
    const isCertain = line.credited?.strength === "certain";
    return isCertain ? { roles: ["imageCredit"], evidence: "credit-alone", confidence: 0.8 } : undefined;
  }
  if (mayBeCaption(line) && second !== undefined && mayBeCaption(second) && isCreditLine(third)) {
    return { roles: ["imageAlt", "imageCaption"], evidence: "beside-credited-line", confidence: 0.8 };
  }
  if (mayBeCaption(line) && isCreditLine(second))
    return { roles: ["imageCaption"], evidence: "beside-credited-line", confidence: 0.8 };

  if (isInBrackets(line))
    return { roles: ["imageCaption"], evidence: "caption-in-brackets", confidence: 0.6 };
  if (isSignedCaption(line, lastText)) {
    return { roles: ["imageCaption"], evidence: "sentence-with-agency", confidence: 0.65 };
  }
  if (!isCaption(line, next === undefined)) return undefined;
  if (line.script === mainScript)
    return { roles: ["imageCaption"], evidence: "ends-with-credit", confidence: 0.8 };
  const isSplitPair = next !== undefined && next.script === mainScript && isCaption(next, false);
  return isSplitPair
    ? { roles: ["imageAlt", "imageCaption"], evidence: "two-scripts", confidence: 0.8 }
    : { roles: ["imageAlt"], evidence: "ends-with-credit", confidence: 0.8 };
}

const isShort = (line: ObservedLine): boolean =>
  !line.isCredit && visualLength(line.text) <= longestPictureText;

/** Where no blank lines part the text, a sentence above a credit is a paragraph as likely. */
const mayBeCaption = (line: ObservedLine): boolean =>
  isShort(line) && !(line.isDense && line.endsSentence && line.length > 30);

/** A bare "Reuters" below a text may as well be its signature. */
const isCreditLine = (line: ObservedLine | undefined): boolean =>
  line !== undefined && line.isCredit && line.credited?.strength !== "possible";

/** Whether a line alone is a caption. A story rarely ends with one, so a last line must be short to be. */
function isCaption(line: ObservedLine, isLast: boolean): boolean {
  if (!line.isCredited || !isShort(line)) return false;
  if (line.credited?.strength === "certain") return true;
  return line.credited?.strength === "likely" && visualLength(line.text) <= (isLast ? 120 : 250);
}

/** "The bridge before repair (sent to Pajhwok)": an unknown name in brackets ends a line that is no sentence. */
function isInBrackets({ credited, endsSentence, length }: ObservedLine): boolean {
  if (credited?.strength !== "unproven" || endsSentence || length > 170) return false;
  const [printed = ""] = credited.credit.sources;
  return (
    credited.text.split(/\s+/u).length >= 3 &&
    !/[!?؟:]$/u.test(credited.text) &&
    /^[\p{Lu}\p{Lo}]/u.test(printed) &&
    printed.length >= 4
  );
}

/** "The bridge on Sunday. (AFP)": a signature would stand at the end of the text, so before it this is a caption. */
const isSignedCaption = (line: ObservedLine, lastText: number): boolean =>
  line.isCredited &&
  line.credited?.strength === "possible" &&
  /[)）\]】]\s*[.。]?$/u.test(line.text) &&
  line.length <= 200 &&
  line.index < lastText;
