import { isProse } from "../find-body.ts";
import { isSignature } from "../is-signature.ts";
import { namesOnlyKnownSources } from "../names-only-known-sources.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** A line after the text, with the features that its rules use. */
export interface TailPlace {
  readonly line: ObservedLine;
  /** Whether a line of the page is between it and the text. */
  readonly isBelowPage: boolean;
  /** Whether it is the first line without a role. */
  readonly isFirst: boolean;
  /** Whether sentences of the text follow, however short. */
  readonly headsText: boolean;
}

/** Rules for lines after the text, in the order in which they are tried. */
export const tailRules: readonly Rule<TailPlace>[] = [
  {
    name: "signature",
    roles: ["sourceLine"],
    looksAt: "a name in brackets or capitals after a dash: the initials of an agency or of a desk",
    confidence: 0.6,
    example: { part: "end", lines: ["(Bridge desk)"] },
    applies: ({ line, isBelowPage }) => !isBelowPage && isSignature(line),
  },
  {
    name: "label-below-text",
    roles: ["sourceLine"],
    looksAt: "a word or two in any language and a few words or a known source, right below the text",
    confidence: 0.6,
    example: { part: "end", lines: ["Sarchashma: Bridge Post"] },
    applies: (place) => isBelowText(place) && hasLabel(place.line),
  },
  {
    name: "among-page",
    roles: ["boilerplate"],
    looksAt: "a line after a line of the page that is not a long sentence",
    confidence: 0.65,
    example: { part: "end", lines: ["Read also:", "Ferry gets a new timetable"] },
    applies: ({ line, isBelowPage }) => isBelowPage && !(isProse(line) && line.length >= 120),
  },
  {
    name: "title-after-text",
    roles: ["boilerplate"],
    looksAt: "the first line after the text, without punctuation at its end",
    // An editor sees it in the text, since it may be the last words.
    confidence: 0.45,
    example: { part: "end", lines: ["Ferry gets a new timetable"] },
    applies: (place) => place.isFirst && isTitle(place),
  },
  {
    name: "title-after-text",
    roles: ["boilerplate"],
    looksAt: "a line further down after the text, without punctuation at its end",
    confidence: 0.75,
    example: { part: "end", lines: ["Ferry gets a new timetable", "Mayor opens a second market hall"] },
    applies: (place) => isTitle(place),
  },
];

const isBelowText = ({ line, isFirst, isBelowPage }: TailPlace): boolean =>
  isFirst && !isBelowPage && line.words <= 6 && line.length <= 60 && !line.endsSentence;

/** Without a number, which would be a telephone's, a price or a score. */
const labelled = /^\p{L}[^:：\p{N}]{1,24}(?<mark>[:：]|\s[-–—])\s*(?<value>\p{L}[^:：\p{N}]{1,40})$/u;

/** After a dash, only a known source is certain to be one. */
function hasLabel({ text }: ObservedLine): boolean {
  const { mark = "", value = "" } = labelled.exec(text)?.groups ?? {};
  return /[:：]/.test(mark) || (value !== "" && namesOnlyKnownSources(value));
}

/** The title of another story, as listed below texts. */
const isTitle = ({ line, headsText }: TailPlace): boolean =>
  !line.endsWithPunctuation && line.length <= 110 && !headsText;
