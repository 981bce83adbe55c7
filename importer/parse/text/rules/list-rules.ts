import { sentenceTerminals } from "../../../sentence-terminals.ts";
import type { ObservedLine } from "../observe-lines.ts";
import type { Rule } from "./rule.ts";

/** A line at which a list may begin, with the features that the list rules use. */
export interface ListPlace {
  readonly line: ObservedLine;
  /** The line right above it, whatever it is. */
  readonly above: ObservedLine | undefined;
  /** Whether blank lines part the paragraphs of the story. */
  readonly areApart: boolean;
  /** Index of the first line of the text. */
  readonly start: number;
  /** Whether a line is known to belong to the page. */
  isOfPage(line: ObservedLine): boolean;
  /** The lines from this one on, up to the first that fails the test or follows another part of the story. */
  run(isWanted: (line: ObservedLine) => boolean): readonly ObservedLine[];
}

/** Rules for lists and tables, in the order in which they are tried; each returns how many lines are items. */
export const listRules: readonly Rule<ListPlace, number>[] = [
  {
    name: "bullets",
    roles: ["listItem"],
    looksAt: "lines that begin with a bullet; a single one if its bullet has no other use",
    confidence: 0.95,
    example: { part: "text", lines: ["• The bridge is closed", "• The ferry runs"] },
    applies: ({ line, run }) => {
      const { length } = run(({ text }) => bullet.test(text));
      return length >= 2 || /^\s*[•◦‣✓✔]/u.test(line.text) ? length : 0;
    },
  },
  {
    name: "dashes",
    roles: ["listItem"],
    looksAt:
      "two lines or more that begin with a dash, and have none within that parts what is said from who says it",
    confidence: 0.8,
    example: { part: "text", lines: ["- The bridge is closed", "- The ferry runs"] },
    applies: ({ run }) =>
      atLeast(
        2,
        run(({ text, length }) => dashed.test(text) && !spoken.test(text) && length <= 300),
      ),
  },
  {
    name: "numbers",
    roles: ["listItem"],
    looksAt: "two lines or more that begin with a number or a letter and a mark",
    confidence: 0.9,
    example: { part: "text", lines: ["1. The bridge is closed", "2. The ferry runs"] },
    applies: ({ run }) =>
      atLeast(
        2,
        run(({ text, length }) => numbered.test(text) && length <= 400),
      ),
  },
  {
    name: "table-rows",
    roles: ["listItem"],
    looksAt: "three lines or more with wide gaps in them, within the text",
    confidence: 0.8,
    example: {
      part: "text",
      lines: ["Ferry   every hour", "Bus     every two hours", "Taxi    at any time"],
    },
    applies: (place) => {
      const isRow = ({ text, length, endsSentence }: ObservedLine): boolean =>
        length <= 110 && row.test(text) && !(endsSentence && length > 60);
      return isInText(place) ? atLeast(3, place.run(isRow)) : 0;
    },
  },
  {
    name: "after-colon",
    roles: ["listItem"],
    looksAt: "two or more short lines that are not sentences, below one that ends in a colon",
    confidence: 0.95,
    example: { part: "text", lines: ["These ways are open:", "the ferry", "the bus over the dam"] },
    applies: (place) => {
      const { above, start, run } = place;
      const isAnnounced = above !== undefined && /[:：]\s*$/u.test(above.text) && above.length >= 15;
      if (!isInText(place) || !isAnnounced) return 0;
      return atLeast(
        2,
        run((item) => item.length <= 130 && !isSentence(item) && item.index > start),
      );
    },
  },
  {
    name: "lines-with-numbers",
    roles: ["listItem"],
    looksAt: "three short lines or more, at least half of them with a number: a score, a price, a time",
    confidence: 0.9,
    example: { part: "text", lines: ["Ferry 10 minutes", "Bus 25 minutes", "On foot 90 minutes"] },
    applies: (place) => {
      const run = isInText(place) ? evenRun(place) : [];
      // The heading of the next part has no number, and ends the run.
      const count = run.findLastIndex(hasDigit) + 1;
      const isNumbered = count >= 3 && run.filter(hasDigit).length >= 0.5 * count;
      return isNumbered && !isHeaded(run) ? count : 0;
    },
  },
  {
    name: "name-and-value",
    roles: ["listItem"],
    looksAt: "three lines or more with a name, a colon and something short",
    confidence: 0.7,
    example: { part: "text", lines: ["Ferry: every hour", "Bus: every two hours", "Taxi: at any time."] },
    applies: (place) => {
      if (!isInText(place) || isHeaded(evenRun(place))) return 0;
      return atLeast(
        3,
        place.run(({ text, length }) => pair.test(text) && length <= 160 && !/^["“«„]/u.test(text)),
      );
    },
  },
  {
    name: "lines-by-themselves",
    roles: ["listItem"],
    looksAt:
      "three short lines or more without a blank line between them, in a story that has one between all paragraphs",
    confidence: 0.65,
    example: {
      part: "text",
      lines: [
        ...[
          "",
          "No bridge for a year.",
          "The ferry is free of charge.",
          "Shops get lower rents meanwhile.",
          "",
        ],
        ...[
          "The council met on Monday evening and agreed on the plan, which the mayor calls the best of all.",
          "",
        ],
        "Work on the bridge begins on the first of May, when the last of the pillars has arrived in the harbour.",
      ],
    },
    applies: (place) => {
      const { line, above, areApart, isOfPage, run } = place;
      const isFirst = above?.hasNeighbour !== true || isOfPage(above);
      if (!isInText(place) || !areApart || !isFirst || line.groupSize < 3) return 0;
      // Lines in between that have a role make it end too soon.
      const items = run(isPoint).slice(0, line.groupSize);
      return items.at(-1)?.hasNeighbour === false ? atLeast(3, items) : 0;
    },
  },
];

const bullet = /^\s*[•▪■□◆◇▽▼▲▶►●○◦‣✓✔✅➢➤*＊・·．◾🔹🔸]\s*\S/u;
const dashed = /^\s*[-–—]\s+\S/u;
/** "– Will it rain? – asked the clerk." */
const spoken = new RegExp(String.raw`^\s*[-–—].*[${sentenceTerminals},،，»”"]\s*[-–—]\s`, "u");
const numbered = /^\s*[(（]?(?:\d{1,2}|[٠-٩۰-۹]{1,2}|[a-z])\s?[.)）、-]\s+\S/u;
const row = /\S(?:\s{2,}|\t)\S/u;
const pair = new RegExp(String.raw`^[^:：${sentenceTerminals}]{1,45}[:：]\s?\S`, "u");

const atLeast = (fewest: number, { length }: readonly ObservedLine[]): number =>
  length >= fewest ? length : 0;

const isInText = ({ line, start }: ListPlace): boolean => line.index >= start;

const hasDigit = ({ text }: ObservedLine): boolean => /\d|[٠-٩۰-۹]/u.test(text);

/** In letters. */
const longestPoint = 100;

/** A short line that does not end in the middle of a sentence, as lines of verse do. */
const isPoint = (line: ObservedLine): boolean =>
  line.length <= longestPoint &&
  ![bullet, dashed, numbered].some((mark) => mark.test(line.text)) &&
  line.endsSentence === line.endsWithPunctuation &&
  !line.isCredited;

/** Short lines that are not sentences. */
const evenRun = ({ start, run }: ListPlace): readonly ObservedLine[] =>
  run((item) => item.length <= 90 && !isSentence(item) && !item.endsWithPunctuation && item.index > start);

/** Whether the first line is the heading of the others: only the second has a number. */
const isHeaded = ([head, second]: readonly ObservedLine[]): boolean =>
  head !== undefined && second !== undefined && !hasDigit(head) && hasDigit(second) && !row.test(head.text);

/** A full stop ends a sentence, but not an abbreviated unit at the end of "31.2 in.". */
const isSentence = (line: ObservedLine): boolean =>
  line.endsSentence && !bullet.test(line.text) && !(line.words <= 5 && /\d/u.test(line.text));
