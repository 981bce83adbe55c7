import { isRightBelow } from "../is-right-below.ts";
import { loneDateline } from "../../phrases/lone-dateline.ts";
import { readDateline } from "../../phrases/read-dateline.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** A line before the text, with the features that the dateline rules use. */
export interface DatelinePlace {
  readonly line: ObservedLine;
  readonly above: ObservedLine | undefined;
  /** Whether the text begins right below it. */
  readonly isAboveText: boolean;
}

/** Rules for lines that only say where the story was filed, in the order in which they are tried. */
export const datelineRules: readonly Rule<DatelinePlace>[] = [
  {
    name: "dateline-alone",
    roles: ["dateline"],
    looksAt: "a place with a date, or with an agency in brackets or after a dash",
    confidence: 0.8,
    example: { part: "head", lines: ["LISBON (Reuters) -"] },
    applies: (place) => mayBeDateline(place) && loneDateline(place.line.text) !== undefined,
  },
  {
    name: "dateline-alone",
    roles: ["dateline"],
    looksAt: "a place in capitals, with a mark at its end or right above the text",
    confidence: 0.8,
    example: { part: "head", lines: ["LISBON"] },
    applies: (place) => mayBeDateline(place) && isPlaceInCapitals(place),
  },
];

const mayBeDateline = ({ line, above }: DatelinePlace): boolean =>
  line.length <= 70 && !line.text.includes("|") && !isPictureCredit(line) && !isBelowPictureText(line, above);

const bareText = ({ text }: ObservedLine): string => text.replace(/[\s.:–—-]+$/u, "");

/** Reads the line as if the text followed it. */
const readAlone = (bare: string): ReturnType<typeof readDateline> => readDateline(`${bare} - X`);

function isPlaceInCapitals({ line, isAboveText }: DatelinePlace): boolean {
  const bare = bareText(line);
  const words = bare.split(/\s+/u).length;
  if (bare.toUpperCase() !== bare || !/\p{Lu}{3}/u.test(bare) || words > 4) return false;
  return (
    (isAboveText && bare.length >= 4 && words <= 2) ||
    (/[.:–—-]$/u.test(line.text) && readAlone(bare) !== undefined)
  );
}

/**
 * "© Name/Agency", "Handout/Agency": a slash or copyright sign occurs in credits but not in datelines of this form.
 */
const isPictureCredit = ({ isCredit, text }: ObservedLine): boolean =>
  isCredit && /^[©®]|\p{L}\/\p{L}/u.test(text);

/** A credited line right below a picture's credited alternative text is the caption. */
const isBelowPictureText = (line: ObservedLine, above: ObservedLine | undefined): boolean =>
  line.isCredited && above?.isCredited === true && isRightBelow(line, above);
