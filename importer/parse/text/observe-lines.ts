import { findSource } from "../authority/find-source.ts";
import { type BoilerplateSign, boilerplateSignOf } from "../lexicons/boilerplate.ts";
import type { LabelledText } from "../lexicons/labels.ts";
import type { OutletLine, OutletReading } from "../outlet-reading.ts";
import { matchKey } from "../lexicons/match-key.ts";
import { weekdays } from "../phrases/dates/date-words.ts";
import { type ReadDates, readDates } from "../phrases/dates/read-dates.ts";
import { endsSentence, endsWithPunctuation, visualLength } from "../phrases/line-shape.ts";
import { type Script, scriptOf } from "../phrases/scripts.ts";
import { type CreditedText, splitCredit } from "../phrases/split-credit.ts";
import { captionsInRow, type LineInRow } from "./captions-in-row.ts";
import { creditByOutlet } from "./credit-by-outlet.ts";
import { findRepeatedLabels } from "./labels/find-repeated-labels.ts";
import { readLabelledLine } from "./labels/read-labelled-line.ts";
import type { Line, LineGroup } from "./lines.ts";
import { mainScriptOf } from "./main-script.ts";
import { findWrapping } from "./wrap-width.ts";

/** A line with its visible features and position, before any role is assigned. */
export interface ObservedLine extends Line {
  readonly index: number;
  /** Number of lines in its group. */
  readonly groupSize: number;
  /** Whether it is one of many lines without blank lines between them. */
  readonly isDense: boolean;
  /** Whether the story's next line follows without a blank line. */
  readonly hasNeighbour: boolean;
  /** In letters, comparable across scripts. */
  readonly length: number;
  readonly words: number;
  readonly script: Script | undefined;
  /** Whether it is a piece of a paragraph wrapped at a fixed width. */
  readonly isWrapped: boolean;
  readonly endsSentence: boolean;
  readonly endsWithPunctuation: boolean;
  /** For comparison; empty for a line too long to compare. */
  readonly key: string;
  /** Known by its words, or by other lines of the story. */
  readonly label: LabelledText | undefined;
  /** Whether it is the label of a credit, caption or author that follows in the next line. */
  readonly isLabelAlone: boolean;
  readonly dates: ReadDates;
  readonly boilerplate: BoilerplateSign | undefined;
  readonly credited: CreditedText | undefined;
  /** The text without the credit. */
  readonly plain: string;
  /** Whether it ends in a credit that its own words prove. */
  readonly isCredited: boolean;
  /** Whether it is only a credit. */
  readonly isCredit: boolean;
  /** Whether a label or the lines around it prove it to be a caption. */
  readonly isCaption: boolean;
  /** Whether it is certainly a picture's, so that no length makes it a paragraph. */
  readonly isOfPicture: boolean;
  /** What is known of such lines by the outlet. */
  readonly outlet: OutletLine | undefined;
}

/** Longer lines are running text, of which only the ends are examined; page notices are near the end. */
const longestCompared = 170;
const longestNotice = 320;

const noDates: ReadDates = {
  dates: [],
  hasHint: false,
  hasWeekday: false,
  isLabelled: false,
  others: Number.POSITIVE_INFINITY,
  otherNumbers: 0,
};

/** Examines each line of the groups, what it shares with others, and what is known of it by its outlet. Pure. */
export function observeLines(groups: readonly LineGroup[], outlet?: OutletReading): ObservedLine[] {
  const lines = groups.flat();
  const known = new Map(outlet && lines.map((line) => [line, outlet.lineOf(line.text)]));
  const credits = new Map(
    lines.map((line) => [line, creditByOutlet(line.text, known.get(line)) ?? splitCredit(line.text)]),
  );
  const credited = new Set(lines.filter((line) => isProven(credits.get(line))));
  const wrapped = findWrapping(lines, credited)?.lines;
  const rows = captionsInRow(lines);
  const labels = findRepeatedLabels(
    lines.map((line) => ({ text: shownText(line), isCredit: isCredit(credits.get(line)) })),
  );
  const mainScript = mainScriptOf(lines);
  let index = 0;
  return withUnmarkedSentences(
    groups.flatMap((group) =>
      group.map((line, place) => ({
        ...observe(line, {
          found: credits.get(line),
          // Paragraphs wrap anywhere, but an agency at the end of a line is no coincidence.
          isWrapped: wrapped?.has(line.number) === true && !isByKnownAgency(credits.get(line)),
          isNearEnd: index >= lines.length - 5,
          row: rows.get(line),
          shown: labels.get(index),
          mainScript,
        }),
        outlet: known.get(line),
        index: index++,
        groupSize: group.length,
        isDense: group.length > 4,
        hasNeighbour: place < group.length - 1,
      })),
    ),
    mainScript,
  );
}

/** In letters: shorter lines without a mark at their end may be titles, captions or headings. */
const longEnough = 70;
/** Where no sentence ever has a mark, and few words a space. */
const longEnoughUnmarked = 50;
const unmarkedScripts: ReadonlySet<Script | undefined> = new Set(["Thai", "Lao"]);
/** The largest share of the letters of long lines that end with a mark where sentences need none. */
const mostMarked = 0.2;

/**
 * Thai and Lao end no sentence with a mark, and some outlets end no paragraph with one: there, long lines are sentences
 * all the same.
 */
function withUnmarkedSentences(
  lines: readonly ObservedLine[],
  mainScript: Script | undefined,
): ObservedLine[] {
  const shortest = unmarkedScripts.has(mainScript) ? longEnoughUnmarked : longEnough;
  const lettersOf = (some: readonly ObservedLine[]): number =>
    some.reduce((sum, { length }) => sum + length, 0);
  const long = lines.filter(
    ({ index, length, isCredited, isWrapped }) =>
      index > 0 && length >= shortest && !isCredited && !isWrapped,
  );
  const marked = lettersOf(long.filter((line) => line.endsSentence));
  if (long.length < 2 || marked > mostMarked * lettersOf(long)) return [...lines];
  const unmarked = new Set(long);
  return lines.map((line) => (unmarked.has(line) ? { ...line, endsSentence: true } : line));
}

const isProven = (found: CreditedText | undefined): found is CreditedText =>
  found !== undefined && found.strength !== "unproven";

const isCredit = (found: CreditedText | undefined): boolean => isProven(found) && found.text === "";

/** Whether a line ends in a credit of certain form from a known agency. */
const isByKnownAgency = (found: CreditedText | undefined): boolean =>
  found?.strength === "certain" && found.credit.sources.some((name) => findSource(name) !== undefined);

/** Direction marks stay in the text but do not affect its kind. */
const shownText = ({ text }: Line): string => text.replace(/^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu, "");

interface Surroundings {
  readonly found: CreditedText | undefined;
  readonly isWrapped: boolean;
  readonly isNearEnd: boolean;
  readonly row: LineInRow | undefined;
  readonly shown: LabelledText | undefined;
  readonly mainScript: Script | undefined;
}

function observe(
  line: Line,
  { found, isWrapped: isInWrapping, isNearEnd, row, shown, mainScript }: Surroundings,
): Omit<ObservedLine, "outlet" | "index" | "groupSize" | "isDense" | "hasNeighbour"> {
  const text = shownText(line);
  const isShort = text.length <= (isNearEnd ? longestNotice : longestCompared);
  const key = isShort ? matchKey(text) : "";
  const { label, caption, isPictureLabel, ...labelled } = readLabelledLine(text, isShort, shown);
  const isWrapped = isInWrapping && row === undefined && shown === undefined;
  const credited = isWrapped ? undefined : (row?.credited ?? labelled.credited ?? found);
  const script = scriptOf(text);
  const isCaption = row?.isCaption === true || caption !== undefined;
  return {
    ...line,
    length: visualLength(text),
    words: isShort ? text.split(/\s+/u).length : longestCompared,
    script,
    isWrapped,
    endsSentence: endsSentence(text),
    endsWithPunctuation: endsWithPunctuation(text),
    key,
    label,
    isLabelAlone: label?.value === "" && (isPictureLabel || shown !== undefined),
    dates: isShort && mayHoldDate(text, key) ? readDates(text) : noDates,
    boilerplate: isShort ? boilerplateSignOf(key) : undefined,
    credited,
    plain: credited?.text ?? caption ?? line.text,
    isCredited: isProven(credited) && credited.text !== "",
    isCredit: isCredit(credited),
    isCaption,
    isOfPicture:
      isCaption ||
      row !== undefined ||
      (isPictureLabel && isCredit(credited)) ||
      (script !== mainScript && script !== undefined && credited?.strength === "certain"),
  };
}

/** A date has a number, a day of the week or the letters of a Hebrew number; a longer sentence is about something else. */
const mayHoldDate = (text: string, key: string): boolean =>
  text.length <= 170 &&
  (/\p{Nd}/u.test(text) ||
    (text.length <= longestBar && (weekdays.lengthAt(key, 0) > 0 || /[א-ת]["׳״”]/u.test(text)))) &&
  !(text.length > 90 && endsSentence(text));

const longestBar = 60;
