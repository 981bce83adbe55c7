import type { CreditedText } from "../phrases/split-credit.ts";
import { readCreditLine } from "../pictures/read-caption.ts";

/** A picture's text with a credit that a label, or lines like it, prove to be one, whoever is named. Pure. */
export function namedCredit(text: string, printed: string): CreditedText {
  const { creditLine = printed, sources, people } = readCreditLine(printed);
  return { text, credit: { printed: creditLine, sources, people, shaped: true }, strength: "certain" };
}
