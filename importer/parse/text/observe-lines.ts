import { findSource } from "../authority/find-source.ts";
import { type BoilerplateSign, boilerplateSignOf } from "../lexicons/boilerplate.ts";
import type { OutletLine, OutletReading } from "../outlet-reading.ts";
import { type LabelledText, readLabel } from "../lexicons/labels.ts";
import { matchKey } from "../lexicons/match-key.ts";
import { type ReadDates, readDates } from "../phrases/dates/read-dates.ts";
import { endsSentence, endsWithPunctuation, visualLength } from "../phrases/line-shape.ts";
import { type Script, scriptOf } from "../phrases/scripts.ts";
import { type CreditedText, splitCredit } from "../phrases/split-credit.ts";
import { creditByOutlet } from "./credit-by-outlet.ts";
import type { Line, LineGroup } from "./lines.ts";
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
  readonly label: LabelledText | undefined;
  readonly dates: ReadDates;
  readonly boilerplate: BoilerplateSign | undefined;
  readonly credited: CreditedText | undefined;
  /** The text without the credit. */
  readonly plain: string;
  /** Whether it ends in a credit that its own words prove. */
  readonly isCredited: boolean;
  /** Whether it is only a credit. */
  readonly isCredit: boolean;
  /** What is known of such lines by the outlet. */
  readonly outlet: OutletLine | undefined;
}

/** Longer lines are running text, of which only the ends are examined; page notices are near the end. */
const longestCompared = 170;
const longestNotice = 320;

const noDates: ReadDates = {
  dates: [],
  hasHint: false,
  isLabelled: false,
  others: Number.POSITIVE_INFINITY,
  otherNumbers: 0,
};

/** Examines each line of the groups on its own, and by what is known of its outlet. Pure. */
export function observeLines(groups: readonly LineGroup[], outlet?: OutletReading): ObservedLine[] {
  let index = 0;
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const known = new Map(outlet && groups.flat().map((line) => [line, outlet.lineOf(line.text)]));
  const credits = new Map(
    groups.flat().map((line) => [line, creditByOutlet(line.text, known.get(line)) ?? splitCredit(line.text)]),
  );
  const credited = new Set(groups.flat().filter((line) => isProven(credits.get(line))));
  const wrapped = findWrapping(groups.flat(), credited)?.lines;
  return groups.flatMap((group) =>
    group.map((line, place) => ({
      ...observe(line, {
        found: credits.get(line),
        // Paragraphs wrap anywhere, but an agency at the end of a line is no coincidence.
        isWrapped: wrapped?.has(line.number) === true && !isByKnownAgency(credits.get(line)),
        isNearEnd: index >= count - 5,
      }),
      outlet: known.get(line),
      index: index++,
      groupSize: group.length,
      isDense: group.length > 4,
      hasNeighbour: place < group.length - 1,
    })),
  );
}

const isProven = (found: CreditedText | undefined): found is CreditedText =>
  found !== undefined && found.strength !== "unproven";

/** Whether a line ends in a credit of certain form from a known agency. */
const isByKnownAgency = (found: CreditedText | undefined): boolean =>
  found?.strength === "certain" && found.credit.sources.some((name) => findSource(name) !== undefined);

interface Surroundings {
  readonly found: CreditedText | undefined;
  readonly isWrapped: boolean;
  readonly isNearEnd: boolean;
}

function observe(
  line: Line,
  { found, isWrapped, isNearEnd }: Surroundings,
): Omit<ObservedLine, "outlet" | "index" | "groupSize" | "isDense" | "hasNeighbour"> {
  // Direction marks stay in the text but do not affect its kind.
  const text = line.text.replace(/^[\p{Cf}\s]+|[\p{Cf}\s]+$/gu, "");
  const isShort = text.length <= (isNearEnd ? longestNotice : longestCompared);
  const key = isShort ? matchKey(text) : "";
  const credited = isWrapped ? undefined : found;
  return {
    ...line,
    length: visualLength(text),
    words: isShort ? text.split(/\s+/u).length : longestCompared,
    script: scriptOf(text),
    isWrapped,
    endsSentence: endsSentence(text),
    endsWithPunctuation: endsWithPunctuation(text),
    key,
    label: isShort ? readLabel(text) : undefined,
    dates: isShort && mayHoldDate(text) ? readDates(text) : noDates,
    boilerplate: isShort ? boilerplateSignOf(key) : undefined,
    credited,
    plain: credited?.text ?? line.text,
    isCredited: isProven(credited) && credited.text !== "",
    isCredit: isProven(credited) && credited.text === "",
  };
}

/** A date has a number, and a longer sentence is about something else. */
const mayHoldDate = (text: string): boolean =>
  text.length <= 170 && /[\d٠-٩۰-۹０-９]/u.test(text) && !(text.length > 90 && endsSentence(text));
