import { hasComma, type LabelKind } from "../../lexicons/labels.ts";
import { readDates } from "../../phrases/dates/read-dates.ts";
import { endsWithPunctuation, visualLength } from "../../phrases/line-shape.ts";
import { namesSource } from "../../phrases/names-source.ts";
import { isPersonName } from "../../phrases/person-name.ts";
import type { LabelOccurrence, LineToLabel } from "./label-occurrence.ts";
import { isCapitalisedName, isDescription, isShortName } from "./label-values.ts";
import { isText, textBegins } from "./text-begins.ts";

/** A label that stands on several lines, with the story that it stands in. */
interface RepeatedLabel {
  readonly group: readonly [LabelOccurrence, LabelOccurrence, ...LabelOccurrence[]];
  /** All lines that begin like one with a label. */
  readonly found: readonly LabelOccurrence[];
  readonly lines: readonly LineToLabel[];
}

/** One way to tell what a repeated label that has no other beside it is a label of. */
export interface LoneLabelRule {
  readonly kind: LabelKind;
  readonly looksAt: string;
  /** A whole story. */
  readonly example: readonly string[];
  readonly applies: (label: RepeatedLabel) => boolean;
}

const text = "Wafanyabiashara wa soko wamesema kazi ya kujenga soko jipya itaanza baada ya msimu wa mvua.";

/** The rules, in the order in which they are tried. */
export const loneLabelRules: readonly LoneLabelRule[] = [
  {
    kind: "credit",
    looksAt:
      "different names after it, at least half of them of known sources, and no list of facts around it",
    example: ["Soko jipya", text, "Chanzo cha picha, Reuters", text, "Chanzo cha picha, AFP", text],
    applies: ({ group, found }) =>
      areDifferent(group) &&
      group.every(({ value, known }) => (known === undefined || known === "credit") && isShortName(value)) &&
      2 * group.filter(({ value }) => namesSource(value)).length >= group.length &&
      !isCapitalisedName(group[0].label) &&
      !group.some((occurrence) => isAmongFacts(occurrence, found)),
  },
  {
    kind: "credit",
    looksAt: "within the text, the word for source and a name, each time right below a few words",
    example: [
      "Új híd",
      text,
      "Munkások a hídon",
      "Forrás: Jane Doe",
      text,
      "A komp utolsó napja",
      "Forrás: Jane Doe",
      text,
    ],
    applies: ({ group, lines }) =>
      group.every(
        (occurrence) =>
          occurrence.known === "source" &&
          isShortName(occurrence.value) &&
          isBelowFewWords(occurrence, lines) &&
          isAboveText(occurrence, lines),
      ),
  },
  {
    kind: "caption",
    looksAt: "after a comma, descriptions that begin like sentences, each below a few words",
    example: [
      "Soko jipya",
      text,
      "Wachuuzi sokoni",
      "Maelezo ya picha, Wachuuzi wakipanga meza zao mapema asubuhi",
      text,
      "Mvuvi baharini",
      "Maelezo ya picha, Mvuvi akishusha samaki kutoka kwenye mashua yake",
      text,
    ],
    applies: ({ group, lines }) =>
      areDifferent(group) &&
      group.every(
        (occurrence) =>
          hasComma(occurrence) &&
          occurrence.label.includes(" ") &&
          isDescription(occurrence.value) &&
          /^[\p{Lu}\p{Lo}\d"“«„]/u.test(occurrence.value) &&
          visualLength(occurrence.value) <= longestDescription &&
          isBelowFewWords(occurrence, lines),
      ),
  },
  {
    kind: "byline",
    looksAt: "names of persons after it, above the text",
    example: ["Soko jipya", "Mwandishi: Jane Doe", "Mwandishi: John Smith", text],
    applies: ({ group, lines }) =>
      areDifferent(group) &&
      group.every(({ valueAt, value }) => valueAt < textBegins(lines) && isPersonName(value)) &&
      !isCapitalisedName(group[0].label),
  },
  {
    kind: "published",
    looksAt: "a date after it each time",
    example: ["Soko jipya", "Imetolewa: 4.3.2024", text, text, "Imetolewa: 4.3.2024"],
    applies: ({ group }) =>
      group.every(({ value }) => {
        const { dates, others } = readDates(value);
        return visualLength(value) <= 60 && others <= 1 && dates.some(({ date }) => date !== undefined);
      }),
  },
];

const longestDescription = 420;
const longestAlt = 100;

const areDifferent = (group: readonly LabelOccurrence[]): boolean =>
  new Set(group.map(({ value }) => value)).size > 1;

/** Whether another label with something short after it is right above or below: "Time: 20:15", "Channel: BBC". */
const isAmongFacts = ({ key, at, valueAt }: LabelOccurrence, found: readonly LabelOccurrence[]): boolean =>
  found.some(
    (other) =>
      other.key !== key &&
      other.known === undefined &&
      !isDescription(other.value) &&
      (other.valueAt === at - 1 || other.at === valueAt + 1),
  );

function isBelowFewWords({ at }: LabelOccurrence, lines: readonly LineToLabel[]): boolean {
  const above = lines[at - 1]?.text;
  return above !== undefined && !endsWithPunctuation(above) && visualLength(above) <= longestAlt;
}

const isAboveText = ({ valueAt }: LabelOccurrence, lines: readonly LineToLabel[]): boolean =>
  lines.slice(valueAt + 1).some(isText);
