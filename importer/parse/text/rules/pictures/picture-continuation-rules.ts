import { creditNoise } from "../../../authority/source-words.ts";
import { indexPhrases } from "../../../lexicons/phrase-index.ts";
import { isRightBelow } from "../../is-right-below.ts";
import { isShortText } from "../../is-short-text.ts";
import type { PictureRule } from "../picture-rule.ts";

/** Rules for lines that continue a picture, and for the caption above a bare agency. */
export const pictureContinuationRules: readonly PictureRule[] = [
  {
    name: "agency-below-caption",
    roles: ["imageCredit"],
    picture: "continues",
    looksAt: "the agency below a caption before the text",
    confidence: 0.7,
    example: { part: "head", lines: ["Workers on the bridge", "Getty Images"] },
    applies: ({ ruleBefore }) => ruleBefore === "above-agency-in-head",
  },
  {
    name: "after-credit",
    roles: ["imageCaption"],
    picture: "continues",
    looksAt: "the line below a credit that is above its caption",
    confidence: 0.75,
    example: { part: "text", lines: ["REUTERS/Jane Doe", "", "Workers on the bridge"] },
    applies: ({ ruleBefore }) => ruleBefore === "credit-before-caption",
  },
  {
    name: "after-file-name",
    roles: ["imageCaption"],
    picture: "continues",
    looksAt: "a short line right below the name of a picture's file",
    confidence: 0.75,
    example: { part: "text", lines: ["bridge-01.jpg", "Workers on the bridge"] },
    awaitsCredit: true,
    applies: ({ ruleBefore, before, line }) =>
      ruleBefore === "file-name" && isRightBelow(line, before) && isShortText(line),
  },
  {
    name: "above-agency-in-head",
    roles: ["imageCaption"],
    picture: "begins",
    // Nothing is signed before the text.
    looksAt: "a short line before the text, right above a bare name of an agency",
    confidence: 0.75,
    example: { part: "head", lines: ["Workers on the bridge", "Getty Images"] },
    applies: ({ line, next, bounds }) =>
      next !== undefined &&
      next.isCredit &&
      next.credited?.strength === "possible" &&
      isRightBelow(next, line) &&
      next.index < bounds.start &&
      !line.isCredit &&
      !line.isCredited &&
      isShortText(line),
  },
  {
    name: "note-after-caption",
    roles: ["imageCredit"],
    picture: "closes",
    looksAt: '"Provided", "Screen grab": words in place of a credit, right below a picture without one',
    confidence: 0.7,
    example: { part: "text", lines: ["Caption: Workers on the bridge", "Handout"] },
    readCredit: ({ text }) => {
      const printed = text.replace(/^[\s—–-]+/u, "");
      return { text: "", credit: { printed, sources: [], people: [], shaped: true }, strength: "certain" };
    },
    applies: ({ line, before, last }) =>
      last?.hasCredit === false && isRightBelow(line, before) && line.length <= 45 && noise.has(line.key),
  },
  {
    name: "credit-after-caption",
    roles: ["imageCredit"],
    picture: "closes",
    looksAt: "a credit on a line of its own, below a picture without one",
    confidence: 0.85,
    example: { part: "text", lines: ["Workers on the bridge", "Photo: Jane Doe/AP"] },
    applies: ({ line, last, bounds }) =>
      line.isCredit &&
      last?.hasCredit === false &&
      line.index - last.end <= 2 &&
      // A bare "Reuters" after the text is the story's signature, not a picture's credit.
      (line.index < bounds.end || (line.credited?.strength === "certain" && !/^[©®]/u.test(line.text))),
  },
];

const noise = indexPhrases(creditNoise);
