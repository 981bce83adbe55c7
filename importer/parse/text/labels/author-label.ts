import { hasComma, type LabelKind } from "../../lexicons/labels.ts";
import { isPersonName } from "../../phrases/person-name.ts";
import type { LabelOccurrence, LineToLabel } from "./label-occurrence.ts";
import { textBegins } from "./text-begins.ts";

/**
 * Finds the label of the author, by its key, in a story whose pictures have labels with commas: the first line between
 * headline and text with a word or two, a comma and a name. "Mwandishi, Jane Doe". Pure.
 *
 * @param kinds The labels that are known already.
 */
export function findAuthorLabel(
  found: readonly LabelOccurrence[],
  lines: readonly LineToLabel[],
  kinds: ReadonlyMap<string, LabelKind>,
): string | undefined {
  const kindOf = ({ key, known }: LabelOccurrence): LabelKind | undefined => kinds.get(key) ?? known;
  const isOfPicture = (each: LabelOccurrence): boolean =>
    kindOf(each) === "credit" || kindOf(each) === "caption";
  if (!found.some((each) => hasComma(each) && isOfPicture(each))) return undefined;
  const end = textOfCaptionsAside(lines, found.filter(isOfPicture));
  return found.find(
    (each) =>
      hasComma(each) &&
      !isOfPicture(each) &&
      each.at > 0 &&
      each.valueAt < end &&
      each.label.split(/\s+/u).length <= 2 &&
      isPersonName(each.value),
  )?.key;
}

/** Index of the first line that is certainly text and no caption. */
const textOfCaptionsAside = (
  lines: readonly LineToLabel[],
  ofPictures: readonly LabelOccurrence[],
): number => {
  const aside = new Set(ofPictures.map(({ valueAt }) => valueAt));
  return textBegins(lines.map((line, at) => (aside.has(at) ? { ...line, text: "" } : line)));
};
