import { sentenceTerminals } from "../../sentence-terminals.ts";

/** A line that ends in brackets. */
export interface BracketedEnd {
  /** What is before the brackets; empty if there is nothing. */
  readonly text: string;
  readonly inside: string;
  /** Whether a full stop follows the brackets. */
  readonly hasStop: boolean;
}

/** Only the last characters of a line are searched. */
const tailLength = 160;

const brackets = new RegExp(
  String.raw`[\s\p{Cf}]*[(（[［【〔]([^()（）[\]［］【】〔〕]{1,120})[)）\]］】〕][\s\p{Cf}]*([${sentenceTerminals}]?)[\s\p{Cf}]*$`,
  "u",
);

/**
 * Takes the brackets off the end of a line; `undefined` if it does not end in any. Pure.
 *
 * Direction marks around them belong to neither part.
 */
export function splitBrackets(line: string): BracketedEnd | undefined {
  const match = brackets.exec(line.slice(-tailLength));
  if (match === null) return undefined;
  const [whole, inside = "", stop] = match;
  return { text: line.slice(0, line.length - whole.length).trim(), inside, hasStop: stop !== "" };
}
