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
  if (credit !== undefined) return { text: untailed(text), ...readCreditLine(credit) };
  const split = splitCredit(text);
  // At a picture, a name in brackets is its credit, unless it tells who stands where: "(left)".
  if (split !== undefined && (split.strength !== "unproven" || isProperName(split.credit.printed))) {
    return { text: untailed(split.text), ...factsOf(split.credit) };
  }
  const signed = signature.exec(text);
  if (signed?.[1] !== undefined) {
    return { text: text.slice(0, signed.index + 1).trim(), ...readCreditLine(signed[1]) };
  }
  return { text, sources: [], people: [] };
}

/** "… of the hall. The Ledger/Ana Whitlock": after a full stop, two names with capitals and a slash between them. */
const capital = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const signature = new RegExp(
  String.raw`(?<=[.!?…»”"])\s+(${capital}(?:\s${capital}){0,3}\s?\/\s?${capital}(?:\s${capital}){0,3})$`,
  "u",
);

/** Without the comma or the dash that stood before the credit. */
const untailed = (text: string): string => text.replace(/[\s,،;|–—-]+$/u, "");

/** Reads what is known to be a credit and nothing else, such as "Photo: Jane Doe / AP". Pure. */
export function readCreditLine(written: string): Omit<CaptionFacts, "text"> {
  const printed = hasBrackets(written) ? written.trim().slice(1, -1).trim() : written.trim();
  if (printed === "") return { sources: [], people: [] };
  // "Jane Doe (AFP)" names both; "Photo:" lets a name be read that nobody knows.
  const bracketed = splitCredit(printed);
  const person =
    bracketed === undefined || bracketed.text === "" ? undefined : readCredit(`Photo: ${bracketed.text}`);
  if (bracketed !== undefined && person !== undefined && person.people.length > 0) {
    return { creditLine: unlabelled(printed), sources: bracketed.credit.sources, people: person.people };
  }
  const credit = readCredit(printed) ?? readCredit(`Photo: ${printed}`);
  if (credit === undefined) return { creditLine: unlabelled(printed), sources: [], people: [] };
  const facts = factsOf({ ...credit, printed });
  const isNameless = facts.sources.length === 0 && facts.people.length === 0;
  return isNameless && facts.creditLine !== undefined ? { ...facts, sources: [facts.creditLine] } : facts;
}

const hasBrackets = (text: string): boolean => /^\s*[(（[［][^()（）[\]［］]*[)）\]］]\s*$/u.test(text);

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
