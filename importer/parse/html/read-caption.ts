import { creditPrefixes } from "../../authority/source-words.ts";
import { anyOf } from "../../authority/word-pattern.ts";
import type { ParsedPicture } from "../parsed-story.ts";
import { readCredit, type Credit } from "../read-credit.ts";
import { splitCredit } from "../split-credit.ts";

/** What the words at a picture say. */
export type CaptionFacts = Pick<ParsedPicture, "creditLine" | "sources" | "people"> & {
  /** Empty if all is credit. */
  readonly text: string;
};

/**
 * Takes the credit off a caption. Pure.
 *
 * @param credit What the page itself sets apart as the credit.
 */
export function readCaption(text: string, credit?: string): CaptionFacts {
  if (credit !== undefined) return { text, ...readCreditLine(credit) };
  const split = splitCredit(text);
  // At a picture, a name in brackets is its credit, unless it tells who stands where: "(left)".
  if (split === undefined || (split.strength === "unproven" && !isProperName(split.credit.printed))) {
    return { text, sources: [], people: [] };
  }
  return { text: split.text, ...factsOf(split.credit) };
}

/** Reads what is known to be a credit and nothing else, such as "Photo: Jane Doe / AP". Pure. */
export function readCreditLine(written: string): Omit<CaptionFacts, "text"> {
  const printed = written.replace(/^[\s(（[［]+|[\s)）\]］]+$/gu, "");
  if (printed === "") return { sources: [], people: [] };
  // "Photo:" lets a name be read that nobody knows.
  const credit = readCredit(printed) ?? readCredit(`Photo: ${printed}`);
  if (credit === undefined) return { creditLine: unlabelled(printed), sources: [], people: [] };
  const facts = factsOf({ ...credit, printed });
  const isNameless = facts.sources.length === 0 && facts.people.length === 0;
  return isNameless && facts.creditLine !== undefined ? { ...facts, sources: [facts.creditLine] } : facts;
}

const factsOf = (credit: Credit): Omit<CaptionFacts, "text"> => ({
  creditLine: unlabelled(credit.printed),
  sources: credit.sources,
  people: credit.people,
});

const label = new RegExp(String.raw`^(?:[©®]\s*)?(?:${anyOf(creditPrefixes)}\s*[:：]\s*|[©®]\s*)`, "iu");

const unlabelled = (printed: string): string => printed.replace(label, "").trim() || printed;

/** A name with a capital; or, in scripts without capitals, of at least two words. */
const isProperName = (text: string): boolean =>
  /^\p{Lu}/u.test(text) || (/^\p{Lo}/u.test(text) && /\s/u.test(text.trim()));
