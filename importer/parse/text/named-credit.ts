import type { CreditedText } from "../phrases/split-credit.ts";
import { readCreditLine } from "../pictures/read-caption.ts";

/**
 * A picture's text with a credit that a label, or lines like it, prove to be one, whoever is named. Pure.
 *
 * @param outlets Names that certainly belong to no person.
 */
export function namedCredit(
  text: string,
  printed: string,
  outlets: ReadonlySet<string> = new Set(),
): CreditedText {
  const { creditLine = printed, sources, people } = readCreditLine(printed);
  return {
    text,
    credit: {
      printed: creditLine,
      sources: [...sources, ...people.filter((name) => outlets.has(name))],
      people: people.filter((name) => !outlets.has(name)),
      shaped: true,
    },
    strength: "certain",
  };
}
