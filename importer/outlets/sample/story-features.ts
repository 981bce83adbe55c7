import { shortDigestOf } from "../../digest.ts";
import { sentencesOf } from "../../identity/story-sentences.ts";
import { findSource } from "../../parse/authority/find-source.ts";
import { splitSourceNames } from "../../parse/authority/split-source-names.ts";
import { decodeLeftover } from "../../parse/cleaning/decode-leftover.ts";
import { type LabelKind, labelKindsOf } from "../../parse/lexicons/labels.ts";
import { readDates } from "../../parse/phrases/dates/read-dates.ts";
import { isPersonName } from "../../parse/phrases/person-name.ts";
import { groupLines } from "../../parse/text/lines.ts";
import { isRunningText } from "../shapes/is-running-text.ts";
import { labelOfLine } from "../shapes/label-of-line.ts";
import { shapeOfLine } from "../shapes/shape-of-line.ts";

/** Where a line stands: above the text, among its paragraphs, right below it, or further down. */
export const linePlaces = ["head", "text", "end", "tail"] as const;
export type LinePlace = (typeof linePlaces)[number];

/** What the value after a label is; `other` for a line without one. */
export const labelValues = ["other", "person", "source"] as const;
export type LabelValue = (typeof labelValues)[number];

/** What a line of a story may have in common with lines of other stories. */
export interface LineFeature {
  readonly kind: "line" | "date" | "label";
  readonly shape: string;
  readonly place: LinePlace;
  readonly value: LabelValue;
}

/** What is remembered of a story, in order to tell what it has in common with others. */
export interface StoryFeatures {
  /** Digests of its sentences, the smallest ones: enough to tell a version of a story from another story. */
  readonly prose: readonly string[];
  /** The first line of each kind and shape. */
  readonly lines: readonly LineFeature[];
}

const mostSentences = 12;
const longestDated = 100;

/** Reads what a plain text may have in common with others of its outlet. Pure; takes a fraction of what parsing takes. */
export function featuresOf(text: string): StoryFeatures {
  const lines = groupLines(decodeLeftover(text)(text))
    .flat()
    .map((line) => line.text);
  const isText = lines.map(isRunningText);
  const [first, last] = [isText.indexOf(true), isText.lastIndexOf(true)];
  const found = new Map<string, LineFeature>();
  for (const [index, line] of lines.entries()) {
    const place = index < first ? "head" : index <= last ? "text" : index === last + 1 ? "end" : "tail";
    for (const feature of kindsOf(line)) {
      const name = `${feature.kind} ${feature.shape}`;
      if (!found.has(name)) found.set(name, { ...feature, place });
    }
  }
  // The first line counts as a title, and is none of its sentences.
  const { sentences } = sentencesOf(`\n-\n${lines.filter((_, index) => isText[index]).join("\n")}`);
  const prose = [...sentences.keys()].map((sentence) => shortDigestOf(sentence, 8));
  return { prose: prose.toSorted().slice(0, mostSentences), lines: [...found.values()] };
}

function kindsOf(line: string): Omit<LineFeature, "place">[] {
  const shape = shapeOfLine(line);
  if (shape === "" || findSource(line) !== undefined) return [];
  if (line.length <= longestDated && /\p{Nd}/u.test(line) && readDates(line).dates.length > 0)
    return [{ kind: "date", shape, value: "other" }];
  const label = labelOfLine(line);
  // Known words say what such a line is, however often it recurs.
  if (label !== undefined && storyLabels.intersection(labelKindsOf(label.shape.slice(0, -3))).size > 0)
    return [];
  const own = { kind: "line", shape, value: "other" } as const;
  return label === undefined
    ? [own]
    : [own, { kind: "label", shape: label.shape, value: valueOf(label.value) }];
}

/** Labels of what is the story's own. */
const storyLabels: ReadonlySet<LabelKind> = new Set([
  "source",
  "byline",
  "credit",
  "caption",
  "published",
  "updated",
]);

function valueOf(value: string): LabelValue {
  if (splitSourceNames(value).some((name) => findSource(name) !== undefined)) return "source";
  return isPersonName(value) ? "person" : "other";
}
