import type { LineRole } from "../../../schemas/index.ts";
import { cleanText } from "../cleaning/clean-text.ts";
import { readTags } from "../cleaning/read-tags.ts";
import { withoutTags } from "../cleaning/without-tags.ts";
import type { LabelledText } from "../lexicons/labels.ts";
import type { CreditedText } from "../phrases/split-credit.ts";
import { joinTexts } from "./join-texts.ts";
import { linesContinued } from "./lines-continued.ts";
import { hasLinkNumbers, isLinkItem, withoutLinkNumbers } from "./link-numbers.ts";

/** A non-blank line of a story, without invisible characters and outer white space, otherwise as read. */
export interface Line {
  /** Counted from 1 in the input. */
  readonly number: number;
  readonly text: string;
  /** The lines of the input that it is in, if it was wrapped to several at the width of a terminal. */
  readonly pieces?: readonly { readonly number: number; readonly text: string }[];
  /** Whether it is an item of a list and all of it is a link, in a text that numbers its links. */
  readonly isLinkItem?: true;
}

/** Lines with no blank line between them. */
export type LineGroup = readonly Line[];

/** The role of a line in its story. */
export type Role = LineRole;

/** A role with its evidence. */
export interface Claim {
  readonly role: Role;
  /** Permanent kebab-case name of the rule that assigned the role. */
  readonly rule: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** The row of the rules' table that assigned the role: several rows may share a name. */
  readonly row?: { readonly name: string };
  /** Which picture of the story the line belongs to, counted from 0. */
  readonly picture?: number;
  /** The line's text and credit, separated, if the line belongs to a picture. */
  readonly credited?: CreditedText;
}

export interface RoledLine extends Line, Claim {
  /** Whether it continues the line above, whose role it has. */
  readonly continues?: true;
  /** The label that the line begins with, or that is alone in the line above. */
  readonly label?: LabelledText;
  /** The line without its label, if the outlet's habits tell that it has one. */
  readonly said?: string;
}

/**
 * Matches any visible character: a line that readers call blank has only white space, control and format characters.
 */
const visible = /[^\s\p{Cc}\p{Cf}]/u;

/**
 * Splits a text with LF line ends into groups of lines, of which those that were wrapped at the width of a terminal are
 * joined. Pure; keeps every non-blank line.
 */
export function groupLines(text: string): LineGroup[] {
  const groups: Line[][] = [];
  let current: Line[] | undefined;
  const isNumbered = hasLinkNumbers(text);
  const raws = text.split("\n");
  const continued = linesContinued(raws);
  raws.forEach((raw, index) => {
    const shown = withoutBareTags(cleanText(raw)).trim();
    const line = isNumbered ? withoutLinkNumbers(shown) : shown;
    if (!visible.test(line)) {
      current = undefined;
      return;
    }
    if (current === undefined) groups.push((current = []));
    const above = continued.has(index) ? current.at(-1) : undefined;
    if (above !== undefined) {
      const pieces = [...(above.pieces ?? [{ number: above.number, text: above.text }])];
      const whole = { ...above, text: joinTexts(above.text, line) };
      current[current.length - 1] = { ...whole, pieces: [...pieces, { number: index + 1, text: line }] };
      return;
    }
    current.push({
      number: index + 1,
      text: line,
      ...(isNumbered && isLinkItem(shown) ? { isLinkItem: true } : {}),
    });
  });
  return groups;
}

/** "<b>Quay</b> rebuilt": tags that say nothing to a reader. One with attributes may name an address. */
const withoutBareTags = (line: string): string =>
  readTags(line).some(({ hasAttributes }) => hasAttributes) ? line : withoutTags(line);
