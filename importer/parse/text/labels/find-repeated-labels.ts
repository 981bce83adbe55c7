import { hasComma, type LabelKind, type LabelledText } from "../../lexicons/labels.ts";
import { findAuthorLabel } from "./author-label.ts";
import { type LabelOccurrence, labelOccurrences, type LineToLabel } from "./label-occurrence.ts";
import { findLabelPairs } from "./label-pairs.ts";
import { isShortName } from "./label-values.ts";
import { loneLabelRules } from "./lone-label-rules.ts";

/**
 * Finds the labels that a story itself shows to be some, by the index of the line: the same first words up to a comma or
 * colon on several lines. What follows them and what they stand beside says what they are labels of. Pure.
 *
 * A label that is alone in its line has an empty value, and is also that of the line below, which is its value.
 *
 * Needs no lexicon. Speakers of an interview, days of a list and places at the beginning of sentences are no labels,
 * since no credit is beside them.
 */
export function findRepeatedLabels(lines: readonly LineToLabel[]): ReadonlyMap<number, LabelledText> {
  const found = labelOccurrences(lines);
  const groups = Map.groupBy(found, ({ key }) => key);
  const kinds = new Map<string, LabelKind>();
  for (const { credit, caption } of findLabelPairs(found, groups)) {
    kinds.set(credit, "credit");
    kinds.set(caption, "caption");
  }
  for (const [key, [first, second, ...others]] of groups) {
    if (first === undefined || second === undefined || key === "" || kinds.has(key)) continue;
    const group = [first, second, ...others] as const;
    const rule = loneLabelRules.find(({ applies }) => applies({ group, found, lines }));
    if (rule !== undefined) kinds.set(key, rule.kind);
  }
  const author = findAuthorLabel(found, lines, kinds);
  if (author !== undefined && !kinds.has(author)) kinds.set(author, "byline");
  return labelsOf(found, kinds);
}

function labelsOf(
  found: readonly LabelOccurrence[],
  kinds: ReadonlyMap<string, LabelKind>,
): ReadonlyMap<number, LabelledText> {
  const shown = new Map<number, LabelledText>();
  for (const occurrence of found) {
    const { key, at, valueAt, label, mark, value, known } = occurrence;
    const isAlone = valueAt > at;
    const kind = kinds.get(key) ?? (isAlone && hasComma(occurrence) ? known : undefined);
    const isReadAnyway = known === kind && !isAlone && !hasComma(occurrence);
    if (key === "" || isReadAnyway || kind === undefined || (kind === "credit" && !isShortName(value)))
      continue;
    const own = { kinds: new Set([kind]), label, mark };
    shown.set(valueAt, { ...own, value });
    if (isAlone) shown.set(at, { ...own, value: "" });
  }
  return shown;
}
