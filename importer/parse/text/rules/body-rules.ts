import { isRightBelow } from "../is-right-below.ts";
import { sentenceTerminals } from "../../../sentence-terminals.ts";
import { asksQuestion } from "../../phrases/line-shape.ts";
import type { Role } from "../lines.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** A line of the text, with the features that its rules use. */
export interface BodyPlace {
  readonly line: ObservedLine;
  readonly above: ObservedLine | undefined;
  readonly roleAbove: Role | undefined;
  readonly below: ObservedLine | undefined;
  /** Where it stands in a row of several short lines between paragraphs, if it is in one. */
  readonly inShortRun: "first" | "further" | "of the page" | undefined;
  /** The next line that is neither a picture nor part of the page, with its role if it has one. */
  textBelow(): { readonly line: ObservedLine; readonly role: Role | undefined } | undefined;
}

/** Rules for the text between head and tail, in the order in which they are tried; the last always applies. */
export const bodyRules: readonly Rule<BodyPlace>[] = [
  {
    name: "short-lines",
    roles: ["boilerplate"],
    looksAt: "one of three short lines or more between paragraphs, with a line of the page among them",
    // An editor sees it in the text.
    confidence: 0.45,
    example: {
      part: "text",
      lines: [
        ...["Ferry gets a new timetable", "", "Share", "", "Mayor opens a market hall", ""],
        "A bell for the town hall",
      ],
    },
    applies: ({ inShortRun }) => inShortRun === "of the page",
  },
  {
    name: "short-lines",
    roles: ["subheading"],
    looksAt: "the first of four short lines or more between paragraphs: the heading of a list",
    confidence: 0.5,
    example: {
      part: "text",
      lines: [
        ...["Ways over the river", "", "Ferry from the harbour", "", "Bus over the dam", ""],
        "Taxi from the town hall",
      ],
    },
    applies: ({ inShortRun }) => inShortRun === "first",
  },
  {
    name: "short-lines",
    roles: ["listItem"],
    looksAt: "one of three short lines or more between paragraphs",
    confidence: 0.5,
    example: {
      part: "text",
      lines: [
        ...["Ways over the river", "", "Ferry from the harbour", "", "Bus over the dam", ""],
        "Taxi from the town hall",
      ],
    },
    applies: ({ inShortRun }) => inShortRun === "further",
  },
  {
    name: "in-quotation-marks",
    roles: ["quotation"],
    looksAt:
      "a line in quotation marks from its first to its last character, set apart from the text around it",
    confidence: 0.65,
    example: { part: "text", lines: ["“We will miss the bridge every day” — Jane Doe"] },
    applies: (place) => isQuotation(place),
  },
  {
    name: "name-after-quotation",
    roles: ["quotation"],
    looksAt: '"— Jane Doe, baker" below a quotation',
    confidence: 0.8,
    example: { part: "text", lines: ["“We will miss the bridge every day”", "— Jane Doe, baker"] },
    applies: ({ line, roleAbove }) => dash.test(line.text) && line.length <= 120 && roleAbove === "quotation",
  },
  {
    name: "number-alone",
    roles: ["boilerplate"],
    looksAt: "a number and nothing else",
    confidence: 0.6,
    example: { part: "text", lines: ["12"] },
    applies: ({ line }) => /^[\s\d٠-٩۰-۹０-９/|+.:()-]{1,14}$/u.test(line.text),
  },
  {
    name: "short-before-text",
    roles: ["subheading"],
    looksAt: "a short line without punctuation at its end, before something longer",
    confidence: 0.7,
    example: { part: "text", lines: ["A year of dust"] },
    applies: (place) => isHeading(place),
  },
  {
    name: "no-other-role",
    roles: ["paragraph"],
    looksAt: "a sentence, or a long line",
    confidence: 0.9,
    example: { part: "text", lines: ["The ferry is free of charge."] },
    applies: ({ line }) => line.endsSentence || line.length > 120,
  },
  {
    name: "no-other-role",
    roles: ["paragraph"],
    looksAt: "a line that no other rule claims",
    confidence: 0.6,
    example: {
      part: "text",
      lines: ["The ferry is free of charge, but only in the mornings, the council said,"],
    },
    applies: () => true,
  },
];

const curly = new RegExp(`^[“„«‹’‘].{8,}[”“»›‘’][${sentenceTerminals}]?$`, "su");
const straight = new RegExp(`^"[^"]{8,}"[${sentenceTerminals}]?$`, "su");
const named = new RegExp(
  String.raw`^[“«„"「].{8,}[”»“"」][,${sentenceTerminals}]?\s*[-–—]\s*\S.{2,60}$`,
  "su",
);
const dash = /^[—–-]\s?\p{L}/u;

function isQuotation({ line, above, below }: BodyPlace): boolean {
  const { text, length } = line;
  if (length > 420 || length < 15) return false;
  if (named.test(text) && !line.endsSentence) return true;
  const isWhole = curly.test(text) ? !/[”»].+[“«]/su.test(text.slice(1, -1)) : straight.test(text);
  if (!isWhole) return false;
  if (above !== undefined && asksQuestion(above.text)) return false;
  const isAnnounced = above !== undefined && /[:：]$/u.test(above.text);
  const isAttributed = below !== undefined && (dash.test(below.text) || /^\p{Ll}/u.test(below.text));
  if (isAnnounced || isAttributed) return true;
  const isAmongQuotes = [above, below].some(
    (other) => other !== undefined && /^[“„«‹’‘"「]/u.test(other.text),
  );
  return curly.test(text) && !isAmongQuotes && line.script !== "Han" && line.words >= 5;
}

const bullet = /^(?:[-–—*•·▪◦‣]|\d+[.)])\s/u;

/** Whether a line is the heading of the text after it. */
function isHeading(place: BodyPlace): boolean {
  const { line } = place;
  const found = place.textBelow();
  if (found === undefined || found.line.isCredit || line.isWrapped || bullet.test(line.text)) return false;
  const { line: next, role } = found;
  const isQuestion = asksQuestion(line.text) && line.length <= 75 && !/^["“«„]/u.test(line.text);
  if (line.endsWithPunctuation && !isQuestion) return false;
  if (role === "listItem") return line.length <= 90;
  if (role !== undefined && role !== "paragraph" && role !== "quotation") return false;
  const isBeside = isRightBelow(next, line);
  return isBeside
    ? line.length <= 80 && (next.isWrapped || next.length > 1.5 * line.length)
    : line.length <= 62 && next.length > 1.7 * line.length;
}
