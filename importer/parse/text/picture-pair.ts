import { matchKey } from "../lexicons/match-key.ts";
import { endsWithPunctuation, visualLength } from "../phrases/line-shape.ts";
import type { ObservedLine } from "./observe-lines.ts";

/** Two adjacent lines that are the alternative text and the caption of one picture. */
export interface PicturePair {
  readonly firstRole: "imageAlt" | "imageCaption";
  /** The name of the rule that the pair supports. */
  readonly evidence:
    "same-sentence-twice" | "two-scripts" | "two-languages" | "both-credited" | "beside-credited-line";
}

/** A longer text, in letters, is a paragraph and not a picture's, unless it is in another language. */
export const longestPictureText = 400;

/**
 * Whether, and by which evidence, two adjacent lines belong to one picture; `undefined` if nothing suggests it. Pure.
 *
 * The alternative text comes first, unless only the second line is in another script or language than the story.
 *
 * @param isForeign Whether a line is in another script or language than the story.
 */
export function picturePair(
  first: ObservedLine,
  second: ObservedLine,
  isForeign: (line: ObservedLine) => boolean,
): PicturePair | undefined {
  if (first.isCredit || second.isCredit || (first.isCaption && second.isCaption)) return undefined;
  const credits = [first, second].filter((line) => line.isCredited && !isSignature(line)).length;
  const isTooLong = (line: ObservedLine): boolean =>
    visualLength(line.text) > longestPictureText && !(credits > 0 && isForeign(line));
  if (isTooLong(first) || isTooLong(second)) return undefined;
  if (saysTheSame(first.plain, second.plain, credits > 0)) {
    return { firstRole: "imageAlt", evidence: "same-sentence-twice" };
  }
  const alone = first.groupSize === 2;
  const areScripts =
    first.script !== second.script && first.script !== undefined && second.script !== undefined;
  const mayDiffer = areScripts || credits > 0;
  const firstIsForeign = mayDiffer && isForeign(first);
  if (mayDiffer && firstIsForeign !== isForeign(second)) {
    const isProven = firstIsForeign ? credits > 0 : first.isCredited;
    if (isProven || (alone && areScripts && isPhrase(first.plain) && isPhrase(second.plain))) {
      return {
        firstRole: firstIsForeign ? "imageAlt" : "imageCaption",
        evidence: areScripts ? "two-scripts" : "two-languages",
      };
    }
  }
  if (credits === 2) return { firstRole: "imageAlt", evidence: "both-credited" };
  if (credits === 1 && alone && isBeside(first, second)) {
    return { firstRole: "imageAlt", evidence: "beside-credited-line" };
  }
  return undefined;
}

/** In a text without blank lines, an agency after a full stop is the paragraph's signature. */
const isSignature = (line: ObservedLine): boolean => line.isDense && line.credited?.strength === "possible";

/** At least a few words, but not a paragraph. */
const isPhrase = (text: string): boolean => visualLength(text) <= 250 && text.split(/\s+/).length >= 3;

/** Whether a line without a credit accompanies a credited one, and is not a heading or a paragraph. */
function isBeside(first: ObservedLine, second: ObservedLine): boolean {
  if (second.isCredited) return visualLength(first.plain) >= 0.4 * visualLength(second.plain);
  return visualLength(second.plain) <= 200 && !endsWithPunctuation(second.plain);
}

/**
 * Whether two texts are the same sentence; where a credit shows that it belongs to a picture, a few words may differ.
 * Letter variants and punctuation do not count.
 */
function saysTheSame(first: string, second: string, isCredited: boolean): boolean {
  const [a, b] = [matchKey(first), matchKey(second)];
  // A short line may stand twice in the menu of a page.
  if (a === b) return isCredited ? a !== "" : visualLength(first) >= 15;
  const [wordsOfA, wordsOfB] = [new Set(a.split(" ")), new Set(b.split(" "))];
  if (!isCredited || Math.min(wordsOfA.size, wordsOfB.size) < 4) return false;
  const shared = [...wordsOfA].filter((word) => wordsOfB.has(word)).length;
  return shared / (wordsOfA.size + wordsOfB.size - shared) >= 0.7;
}
