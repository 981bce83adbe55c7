import { sentenceBreak } from "../../sentence-break.ts";
import { sentenceTerminals } from "../../sentence-terminals.ts";
import { creditPrefixes } from "../authority/source-words.ts";
import { anyOf } from "../authority/word-pattern.ts";
import type { ParsedPicture } from "../parsed-story.ts";
import { readCredit, type Credit } from "../phrases/read-credit.ts";
import { splitCredit } from "../phrases/split-credit.ts";

/** What the text of a picture says. */
export type CaptionFacts = Pick<ParsedPicture, "creditLine" | "sources" | "people"> & {
  /** Empty if the whole text is credit. */
  readonly text: string;
};

/**
 * Separates the credit from a caption. Pure.
 *
 * @param credit The credit that the page itself sets apart.
 */
export function readCaption(text: string, credit?: string): CaptionFacts {
  if (credit !== undefined) return { text: untailed(text), ...readCreditLine(credit) };
  const split = splitCredit(text);
  // At a picture, a name in brackets is its credit, unless it says who is where: "(left)".
  if (split !== undefined && (split.strength !== "unproven" || isProperName(split.credit.printed))) {
    return { text: untailed(split.text), ...factsOf(split.credit) };
  }
  const signed = signature.exec(text);
  if (signed?.[1] !== undefined) {
    return { text: text.slice(0, text.length - signed[0].length).trim(), ...readCreditLine(signed[1]) };
  }
  return { text, sources: [], people: [] };
}

/**
 * After a full stop: two capitalised names with a slash between them ("The Ledger/Ana Whitlock"), a word for photo
 * and a few others without a colon, or an ending that means "photographed".
 */
const capital = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const twoNames = String.raw`${capital}(?:\s${capital}){0,3}\s?\/\s?${capital}(?:\s${capital}){0,3}`;
const afterPhoto = String.raw`(?:${anyOf(creditPrefixes)})\.?\s+[^${sentenceTerminals}]{2,60}`;
const photographed = String.raw`[^${sentenceTerminals}]{2,30}(?:摄影|攝影|撮影|摄|攝|供图|供圖)`;
const signature = new RegExp(
  String.raw`(?:${sentenceBreak}|(?<=[»”"])\s+)\s*((?:${twoNames}|(?i:${afterPhoto})|${photographed}))$`,
  "u",
);

/** Without the comma or dash before the credit. */
const untailed = (text: string): string => text.replace(/\s?[,،;|–—-]?\s?$/u, "");

/** Reads a text known to be only a credit, such as "Photo: Jane Doe / AP". Pure. */
export function readCreditLine(written: string): Omit<CaptionFacts, "text"> {
  const printed = hasBrackets(written) ? written.trim().slice(1, -1).trim() : written.trim();
  if (printed === "") return { sources: [], people: [] };
  // "Jane Doe (AFP)" names both; adding "Photo:" lets an unknown name be read.
  const bracketed = splitCredit(printed);
  const person =
    bracketed === undefined || bracketed.text === "" ? undefined : readCredit(`Photo: ${bracketed.text}`);
  if (bracketed !== undefined && person !== undefined && person.people.length > 0) {
    return { creditLine: unlabelled(printed), sources: bracketed.credit.sources, people: person.people };
  }
  const credit = readCredit(printed) ?? readCredit(`Photo: ${printed}`);
  if (credit === undefined) return { creditLine: unlabelled(printed), sources: [], people: [] };
  const facts = namingOthers(factsOf({ ...credit, printed }));
  const isNameless = facts.sources.length === 0 && facts.people.length === 0;
  return isNameless && facts.creditLine !== undefined ? { ...facts, sources: [facts.creditLine] } : facts;
}

/** In "Ana Lima / The Valley Post", a part that is no person is the source of the picture. */
function namingOthers(facts: Omit<CaptionFacts, "text">): Omit<CaptionFacts, "text"> {
  const parts = facts.creditLine?.split(/\s*\/\s*/) ?? [];
  if (facts.sources.length > 0 || parts.length !== 2 || facts.people.length !== 1) return facts;
  return { ...facts, sources: parts.filter((part) => !facts.people.includes(part)) };
}

const hasBrackets = (text: string): boolean => /^\s*[(（[［][^()（）[\]［］]*[)）\]］]\s*$/u.test(text);

const factsOf = (credit: Credit): Omit<CaptionFacts, "text"> => ({
  creditLine: unlabelled(credit.printed),
  sources: credit.sources,
  people: credit.people,
});

const prefixes = anyOf(creditPrefixes);
const label = new RegExp(String.raw`^(?:[©®]\s*)?(?:${prefixes}\s*[:：]\s*|[©®]\s*)`, "iu");
/** "Foto Neri": without a colon, a capitalised name must follow. */
const bareLabel = new RegExp(String.raw`^(?:${prefixes})\.?(?:\s+by)?\s+(.+)$`, "iu");

function unlabelled(printed: string): string {
  const bare = bareLabel.exec(printed)?.[1];
  return bare !== undefined && /^\p{Lu}/u.test(bare) ? bare : printed.replace(label, "").trim() || printed;
}

/** A capitalised name; in scripts without capitals, a name of at least two words. */
const isProperName = (text: string): boolean =>
  /^\p{Lu}/u.test(unlabelled(text)) || (/^\p{Lo}/u.test(text) && /\s/u.test(text.trim()));
