import type { CreditedText } from "../phrases/split-credit.ts";

/** A line of a story that is not blank: in NFC, without outer white space, otherwise as it was read. */
export interface Line {
  /** Counted from 1 in the input. */
  readonly number: number;
  readonly text: string;
}

/** Lines with no blank line between them. */
export type LineGroup = readonly Line[];

/** What a line is in its story. */
export type Role =
  | "headline"
  | "kicker"
  | "subHeadline"
  | "byline"
  | "dateline"
  | "date"
  | "imageAlt"
  | "imageCaption"
  | "imageCredit"
  | "subheading"
  | "paragraph"
  | "listItem"
  | "quotation"
  | "sourceLine"
  | "wireControl"
  | "boilerplate";

/** A role with what speaks for it. */
export interface Claim {
  readonly role: Role;
  /** Permanent kebab-case name of the rule that gave the role. */
  readonly rule: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Which picture of the story an image's line belongs to, counted from 0. */
  readonly picture?: number;
  /** The line's text and credit apart, where the line belongs to a picture. */
  readonly credited?: CreditedText;
}

export interface RoledLine extends Line, Claim {}

/** A line that a reader would call blank: white space, control and format characters only. */
const visible = /[^\s\p{Cc}\p{Cf}]/u;

/** Parts a text with LF line ends into groups of lines. Pure; keeps every line that is not blank. */
export function groupLines(text: string): LineGroup[] {
  const groups: Line[][] = [];
  let current: Line[] | undefined;
  text.split("\n").forEach((raw, index) => {
    if (!visible.test(raw)) {
      current = undefined;
      return;
    }
    if (current === undefined) groups.push((current = []));
    current.push({ number: index + 1, text: raw.normalize("NFC").trim() });
  });
  return groups;
}
