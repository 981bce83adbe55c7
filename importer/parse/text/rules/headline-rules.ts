import { sentenceTerminals } from "../../../sentence-terminals.ts";
import { matchKey } from "../../lexicons/match-key.ts";
import { isProse } from "../find-body.ts";
import { mayBeHeadline } from "../may-be-headline.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** The first line of the head without a role, with the features that the rules above the headline use. */
export interface TopPlace {
  readonly line: ObservedLine;
  /** The lines without a role after it, up to the first of the text, and the next of them in the head. */
  readonly following: readonly ObservedLine[];
  readonly next: ObservedLine | undefined;
  /** The rule that gave the line right below its role. */
  readonly ruleBelow: string | undefined;
  /** Whether it is in another script than the text, and a line of the head below it is not. */
  readonly isForeign: boolean;
  /** Whether a date is right below it. */
  readonly isAboveDate: boolean;
  /** How many words the text shares with a line. */
  sharedWith(line: ObservedLine | undefined): number;
}

/**
 * Rules for the lines above the headline, in the order in which they are tried: each may claim lines, and the next
 * rule then looks at the line below.
 */
export const topRules: readonly Rule<TopPlace>[] = [
  {
    name: "other-script-above",
    roles: ["boilerplate"],
    looksAt: "a few words in another script than the text, above a line in the script of the text",
    confidence: 0.75,
    example: { part: "top", lines: ["Речной вестник"] },
    applies: ({ line, isForeign }) => isForeign && line.words <= 4 && line.length <= 40,
  },
  {
    name: "above-navigation",
    roles: ["boilerplate"],
    looksAt: "a few words right above the page's navigation: the name of the site",
    confidence: 0.6,
    example: { part: "top", lines: ["Bridge Post", "Home > Region > River"] },
    applies: ({ line, next, ruleBelow }) =>
      ruleBelow === "breadcrumb" && line.words <= 4 && line.length <= 40 && mayBeHeadline(next),
  },
  {
    name: "headline-in-title",
    roles: ["boilerplate"],
    looksAt: "the title of the page: the headline that follows, and the site or its section",
    confidence: 0.75,
    example: { part: "top", lines: ["Bridge over the river closed for a year - Bridge Post"] },
    applies: ({ line, following }) =>
      following
        .slice(0, 4)
        .some(({ key }) => key.length >= 15 && isMostOf(key, line.key) && line.key.includes(key)),
  },
  {
    name: "section-named-again",
    roles: ["boilerplate"],
    looksAt: "a trail of sections, or a section, that names the line right above the headline",
    confidence: 0.75,
    example: { part: "top", lines: ["Bridge Post / River", "River"] },
    applies: ({ line, following }) => isShortLine(line) && leadsToSection(line, following),
  },
  {
    name: "section-above-date",
    roles: ["boilerplate"],
    looksAt: "a few words above a date, and below it a longer line that has more words of the text",
    confidence: 0.6,
    example: { part: "top", lines: ["Town hall", "March 4, 2024"] },
    applies: (place) => place.isAboveDate && isSectionOf(place, place.next),
  },
  {
    name: "site-above-kicker",
    roles: ["boilerplate"],
    looksAt:
      "a few words above a few more, and below them a longer line that has more words of the text than each of them",
    confidence: 0.6,
    example: { part: "top", lines: ["Lisbon Post", "River"] },
    applies: (place) => {
      const [kicker, headline] = place.following;
      return (
        place.next !== undefined &&
        isFewWords(kicker) &&
        2 * place.sharedWith(kicker) < place.sharedWith(headline) &&
        isSectionOf(place, headline)
      );
    },
  },
  {
    name: "issue-above-headline",
    roles: ["boilerplate"],
    looksAt: "a name and a date above the headline: the issue with the story",
    confidence: 0.6,
    example: { part: "top", lines: ["Daily Post, no. 165 of 10.09.2020, p. 5"] },
    applies: ({ line, next }) =>
      mayBeHeadline(next) &&
      line.length <= 100 &&
      line.dates.others <= 6 &&
      line.dates.dates.some(({ date }) => date !== undefined),
  },
];

const isShortLine = ({ words, length, endsSentence }: ObservedLine): boolean =>
  words <= 8 && length <= 50 && !endsSentence;

const betweenSections = /\s*[/／|｜>＞›»→]\s*/u;

/** Whether the last of the few words above a longer line are in this line as well, alone or in a trail. */
function leadsToSection(line: ObservedLine, following: readonly ObservedLine[]): boolean {
  const at = following.slice(0, 4).findIndex((other) => mayBeHeadline(other) && !isFewWords(other));
  const [section, headline] = [following[at - 1], following[at]];
  if (section === undefined || headline === undefined || !isFewWords(section) || section.key === "")
    return false;
  const between = following.slice(0, at - 1);
  const isNamed = ({ text }: ObservedLine): boolean =>
    text.split(betweenSections).some((part) => matchKey(part) === section.key);
  return between.every(isFewWords) && [line, ...between].some(isNamed);
}

const isFewWords = (line: ObservedLine | undefined): boolean =>
  line !== undefined && line.words <= 3 && line.length <= 24;

const fewestShared = 2;

/** Whether a line is a few words, and another is longer and has more of the text's. */
function isSectionOf({ line, sharedWith }: TopPlace, headline: ObservedLine | undefined): boolean {
  if (!isFewWords(line) || headline === undefined || !mayBeHeadline(headline)) return false;
  const shared = sharedWith(headline);
  return headline.length >= 1.8 * line.length && shared >= fewestShared && shared > 2 * sharedWith(line);
}
/** The alternative text of a picture may have a few words of the headline. */
const isMostOf = (part: string, whole: string): boolean =>
  whole.length > part.length && 2 * part.length > whole.length;

/** A line that is the headline, unless it is the kicker of the next line. */
export interface HeadlinePlace {
  readonly line: ObservedLine;
  readonly next: ObservedLine | undefined;
  readonly isBelowKicker: boolean;
  /** Whether a date or name separates the two. */
  isParted(): boolean;
}

/** Rules for kicker and headline, in the order in which they are tried; the last always applies. */
export const headlineRules: readonly Rule<HeadlinePlace>[] = [
  {
    name: "after-kicker",
    roles: ["headline"],
    looksAt: "the line below a kicker",
    confidence: 0.9,
    example: { part: "top", lines: ["RIVER"] },
    applies: ({ isBelowKicker }) => isBelowKicker,
  },
  {
    name: "short-before-headline",
    roles: ["kicker"],
    looksAt: "a few words before a much longer line that is not a sentence of the text",
    confidence: 0.9,
    example: { part: "top", lines: ["RIVER"] },
    applies: (place) => isKicker(place),
  },
  {
    name: "first-line",
    roles: ["headline"],
    looksAt: "the first line that no other rule claims",
    confidence: 0.9,
    example: { part: "head", lines: [] },
    applies: ({ line }) => !isProse(line),
  },
  {
    name: "first-line",
    roles: ["headline"],
    looksAt: "the first line, which looks like a paragraph",
    confidence: 0.4,
    example: {
      part: "whole",
      lines: ["The bridge over the river will be closed for a year from the first of May, the council said."],
    },
    applies: () => true,
  },
];

const ends = new RegExp(String.raw`[${sentenceTerminals}:："”»'’]$`, "u");

function isKicker({ line: first, next: second, isParted }: HeadlinePlace): boolean {
  if (second === undefined || second.index - first.index > 3) return false;
  if (isProse(second) || second.endsSentence || second.isCredited || isParted()) return false;
  // "Speaking to this paper the minister said:" introduces the headline.
  if (/[؛;:：]$/u.test(first.text)) return first.length <= 70 && second.length >= 20;
  if (ends.test(first.text) || /^["“«„「『‘]/u.test(first.text)) return false;
  if (/\s[|｜/]\s/u.test(first.text)) return first.length <= 50 && second.length >= first.length;
  if (first.words > 4 || first.length > 32) return false;
  if (first.text === first.text.toUpperCase() && /\p{Lu}{3}/u.test(first.text) && first.words <= 2)
    return second.length >= 15;
  return second.length >= 24 && second.length >= 1.8 * first.length;
}

/** A line that may repeat the headline. */
export interface RepeatPlace {
  readonly line: ObservedLine;
  readonly headline: ObservedLine;
  /** Whether it is in the head or after the text. */
  readonly isNear: boolean;
}

/** Rules for a repeated headline, alone or in the page title, which belongs to the page. */
export const repeatRules: readonly Rule<RepeatPlace>[] = [
  {
    name: "headline-again",
    roles: ["boilerplate"],
    looksAt: "the same words as the headline",
    confidence: 0.85,
    example: { part: "end", lines: ["Bridge over the river closed for a year"] },
    applies: ({ line, headline, isNear }) => line.key === headline.key && (isNear || line.length > 30),
  },
  {
    name: "headline-in-title",
    roles: ["boilerplate"],
    looksAt: "the headline and a few words more, before or after the text",
    confidence: 0.7,
    example: { part: "end", lines: ["Bridge over the river closed for a year - Bridge Post"] },
    applies: ({ line, headline, isNear }) =>
      isNear &&
      line.key.length <= headline.key.length + 60 &&
      line.key.includes(headline.key) &&
      line.words > headline.words &&
      !line.endsSentence,
  },
];
