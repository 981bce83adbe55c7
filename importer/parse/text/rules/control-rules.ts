import type { OrderLine } from "../../control/order-line.ts";
import { isGrave } from "../../control/wire-order.ts";
import { isProse } from "../find-body.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** A line at the head of a story that begins with the words of an order, with the features that the rules use. */
export interface ControlPlace {
  readonly line: ObservedLine;
  readonly order: OrderLine;
  /** Whether the text begins above it or with it. */
  readonly isText: boolean;
  /** Whether another line of the story may be its headline. */
  hasHeadline(): boolean;
  /** Whether that line may come after it. */
  hasLaterHeadline(): boolean;
}

/** Rules for the orders of a wire service, in the order in which they are tried. */
export const controlRules: readonly Rule<ControlPlace>[] = [
  {
    name: "control-words-alone",
    roles: ["wireControl"],
    looksAt: "words of an order and nothing else",
    confidence: 0.95,
    example: { part: "top", lines: ["KILL - KILL - KILL"] },
    applies: ({ order }) => order.isWhole,
  },
  {
    name: "control-in-brackets",
    roles: ["wireControl"],
    looksAt: "words of an order that begin a line in brackets",
    confidence: 0.85,
    example: { part: "top", lines: ["(Correcting the year in the second paragraph)"] },
    applies: (place) => place.order.isBracketed && place.hasHeadline(),
  },
  {
    name: "control-tag",
    roles: ["wireControl"],
    looksAt: "words of an order in brackets, with more after them, above the headline",
    confidence: 0.75,
    example: { part: "top", lines: ["(Corrected) The bridge was built in 1911"] },
    applies: (place) => place.order.mark === "tag" && place.hasLaterHeadline(),
  },
  {
    name: "control-order",
    roles: ["wireControl"],
    looksAt: "words that withhold a story, and a colon or a dash",
    confidence: 0.85,
    example: { part: "top", lines: ["Withdrawn: the council has not met"] },
    applies: (place) => isParted(place) && isGraveBesideHeadline(place),
  },
  {
    name: "control-order",
    roles: ["wireControl"],
    looksAt: "in capitals, words that withhold a story and begin a sentence or several words",
    confidence: 0.85,
    example: {
      part: "head",
      lines: ["KILLED on legal advice, with the pictures of it that were sent on Monday."],
    },
    applies: (place) =>
      place.order.isShouted &&
      (place.order.isPhrase || place.line.endsSentence || hasDate(place)) &&
      isGraveBesideHeadline(place),
  },
  {
    name: "control-order",
    roles: ["wireControl"],
    looksAt: "words of an embargo, and a date",
    confidence: 0.85,
    example: { part: "top", lines: ["Embargo until March 4, 2024, 14:00 GMT"] },
    applies: (place) => place.order.kind === "embargoed" && hasDate(place) && isGraveBesideHeadline(place),
  },
  {
    name: "control-order",
    roles: ["wireControl"],
    looksAt: "several words that withhold a story, in a line too short for a paragraph",
    confidence: 0.85,
    example: { part: "head", lines: ["Do not use before the council has met"] },
    applies: (place) => place.order.isPhrase && !isProse(place.line) && isGraveBesideHeadline(place),
  },
  {
    name: "control-order",
    roles: ["wireControl"],
    // "Cancelled trains kept the town awake on Friday." begins a text.
    looksAt: "above the text, a sentence or a date that begins with a word that withholds a story",
    confidence: 0.85,
    example: { part: "top", lines: ["Withdrawn on legal advice."] },
    applies: (place) =>
      !place.isText && (place.line.endsSentence || hasDate(place)) && isGraveBesideHeadline(place),
  },
  {
    name: "control-note",
    roles: ["wireControl"],
    // "CORRECTED-Mayor resigns" is a headline; "CORRECTED: spelling of name" accompanies one.
    looksAt: "other words of an order and a colon, in a sentence or above the headline",
    confidence: 0.8,
    example: { part: "top", lines: ["Corrected: the bridge was built in 1911"] },
    applies: (place) =>
      place.order.mark === ":" &&
      place.hasHeadline() &&
      (place.line.endsSentence || place.hasLaterHeadline()),
  },
  {
    name: "control-note",
    roles: ["wireControl"],
    looksAt: "other words of an order and a dash, in a sentence above the headline",
    confidence: 0.7,
    example: { part: "top", lines: ["Corrected - the bridge was built in 1911."] },
    applies: (place) => place.order.mark === "-" && place.line.endsSentence && place.hasLaterHeadline(),
  },
];

const isGraveBesideHeadline = (place: ControlPlace): boolean =>
  isGrave(place.order.kind) && place.hasHeadline();

const isParted = ({ order: { mark } }: ControlPlace): boolean => mark === ":" || mark === "-";

const hasDate = ({ line }: ControlPlace): boolean => line.dates.dates.length > 0;
