import { titles } from "../../phrases/titles.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** A line between headline and text, with the features that its rules use. */
export interface BelowHeadlinePlace {
  readonly line: ObservedLine;
  /** Whether there are several lines without a role between headline and text, all of similar length. */
  readonly arePoints: boolean;
  /** Whether a date or byline comes after it, or there is none. */
  readonly isAboveDate: boolean;
  /** Whether an earlier line is a sub-headline. */
  readonly hasSubHeadline: boolean;
  /** Whether it is in the script of the headline: a line in another one says what a picture shows. */
  readonly isInScript: boolean;
  /** Whether it is right below the name of the author. */
  readonly isBelowByline: boolean;
  /** Whether the next line is the caption of a picture that has no alternative text. */
  readonly isAboveCaption: boolean;
  /** Whether that caption has at least half of its words. */
  sharesCaption(): boolean;
  /** Whether it is next to a line of the page. */
  isAmongPage(): boolean;
  /** Whether it is a name that the headline or another line of the head has too. */
  isNamed(): boolean;
}

/** Rules for lines between headline and text, in the order in which they are tried. */
export const belowHeadlineRules: readonly Rule<BelowHeadlinePlace>[] = [
  {
    name: "points-in-head",
    roles: ["listItem"],
    looksAt: "three lines or more that are about as long as each other: the points that sum the story up",
    confidence: 0.6,
    example: {
      part: "head",
      lines: [
        "Council votes for a new bridge",
        "Traffic takes the ferry for a year",
        "Shops fear for their customers",
      ],
    },
    applies: ({ arePoints }) => arePoints,
  },
  {
    name: "title-below-byline",
    roles: ["byline"],
    looksAt: "a few words with a job in them, right below the author",
    confidence: 0.6,
    example: { part: "head", lines: ["By Jane Doe", "Role, Bridge correspondent"] },
    applies: ({ line, isBelowByline }) =>
      isBelowByline && line.words <= 8 && !line.endsSentence && titles.find(line.key) >= 0,
  },
  {
    name: "name-of-headline",
    roles: ["imageCaption"],
    looksAt: "a name that the headline or a caption has too: of whom a picture shows, not of the author",
    confidence: 0.5,
    example: {
      part: "whole",
      lines: [
        "Prize for Jane Doe of Bridge Street",
        "Jane Doe",
        "March 4, 2024",
        "",
        "The council met on Monday evening and agreed on the prize, which has not been given for a year.",
      ],
    },
    applies: (place) => place.isNamed(),
  },
  {
    name: "number-alone",
    roles: ["boilerplate"],
    looksAt: '"5672", "1 of 3": how many have read or shared it, or which picture it is',
    confidence: 0.7,
    example: { part: "head", lines: ["1 of 3"] },
    applies: ({ line }) => count.test(line.text),
  },
  {
    name: "few-words-in-head",
    roles: ["boilerplate"],
    looksAt: "a word or two beside a line of the page",
    // An editor sees it in the text, since it may be part of the head.
    confidence: 0.45,
    example: { part: "head", lines: ["River news", "Share Facebook Twitter"] },
    applies: (place) => !isPhrase(place.line) && place.isAmongPage(),
  },
  {
    name: "above-caption",
    roles: ["imageAlt"],
    looksAt: "words of which the caption right below them has at least half",
    confidence: 0.7,
    example: {
      part: "head",
      lines: [
        "Workers on the bridge",
        "",
        "Workers repair the bridge on Monday morning (Photo: Jane Doe)",
        "March 4, 2024",
      ],
    },
    applies: ({ line, isAboveCaption, sharesCaption }) =>
      isAboveCaption && !line.endsSentence && sharesCaption(),
  },
  {
    name: "below-headline",
    roles: ["subHeadline"],
    looksAt: "the first line below the headline, above date and byline",
    confidence: 0.75,
    example: { part: "head", lines: ["Repairs take longer than planned"] },
    applies: ({ line, isAboveDate, hasSubHeadline }) => isAboveDate && !hasSubHeadline && isPhrase(line),
  },
  {
    name: "below-headline",
    roles: ["subHeadline"],
    looksAt: "a further line of some words in the script of the headline, above date and byline",
    confidence: 0.5,
    example: { part: "head", lines: ["Repairs take longer than planned", "Ferry runs every ten minutes"] },
    applies: ({ line, isAboveDate, hasSubHeadline, isInScript }) =>
      isAboveDate && hasSubHeadline && isInScript && isPhrase(line),
  },
  {
    name: "sentence-before-text",
    roles: ["subHeadline"],
    looksAt: "a sentence below date and byline, if nothing above them is a sub-headline",
    confidence: 0.5,
    example: {
      part: "head",
      lines: ["March 4, 2024", "Repairs of the bridge take much longer than planned.", "Share", "Print"],
    },
    applies: ({ line, hasSubHeadline }) => !hasSubHeadline && line.endsSentence && line.length >= 50,
  },
  {
    name: "above-caption",
    roles: ["imageAlt"],
    looksAt: "some words below date and byline, with the caption of a picture below them",
    confidence: 0.6,
    example: {
      part: "head",
      lines: [
        "March 4, 2024",
        "Men in yellow helmets",
        "",
        "Workers on the bridge on Monday (Photo: Jane Doe)",
      ],
    },
    applies: ({ line, isAboveCaption }) => isAboveCaption && !line.endsSentence && line.words >= 2,
  },
  {
    name: "short-before-text",
    roles: ["imageCaption"],
    looksAt: "some words below date and byline: a caption with no other sign of being one",
    confidence: 0.8,
    example: { part: "head", lines: ["March 4, 2024", "Workers on the bridge over the river"] },
    applies: ({ line }) => isPhrase(line) && (!line.endsSentence || line.length < 50),
  },
  {
    name: "few-words-in-head",
    roles: ["boilerplate"],
    looksAt: "a word or two below date and byline",
    confidence: 0.45,
    example: { part: "head", lines: ["March 4, 2024", "River news"] },
    applies: ({ line }) => !isPhrase(line),
  },
];

const count = /^\p{Nd}[\p{Nd}.,\s]*(?:(?:\/|\p{L}{1,3})\s*\p{Nd}+)?$/u;

const isPhrase = ({ words, length }: ObservedLine): boolean => words >= 4 || length >= 22;
