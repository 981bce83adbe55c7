import { hasComma } from "../../lexicons/labels.ts";
import { namesSource } from "../../phrases/names-source.ts";
import type { LabelOccurrence } from "./label-occurrence.ts";
import { areNames, isCapitalisedName, isDescription, isInLatinScript, isShortName } from "./label-values.ts";

/** The labels of credits and captions, by their keys. */
export interface LabelPair {
  readonly credit: string;
  readonly caption: string;
}

/**
 * Finds labels that stand one below the other and are those of a credit and a caption: what follows one is short and
 * names somebody, what follows the other describes something. Pure.
 *
 * They do so twice, or the two share a word: "Chanzo cha picha, Reuters" above "Maelezo ya picha, …".
 */
export function findLabelPairs(
  found: readonly LabelOccurrence[],
  groups: ReadonlyMap<string, readonly LabelOccurrence[]>,
): LabelPair[] {
  const beside = found.flatMap((above, place) => {
    const below = found[place + 1];
    if (below === undefined || below.at !== above.valueAt + 1 || below.key === above.key) return [];
    return [pairOf(above, below), pairOf(below, above)].filter((pair) => pair !== undefined);
  });
  const pairs = [...Map.groupBy(beside, ({ credit, caption }) => `${credit}\n${caption}`).values()];
  return pairs.flatMap((same) => {
    const [pair] = same;
    if (pair === undefined) return [];
    const [credits, captions] = [groups.get(pair.credit) ?? [], groups.get(pair.caption) ?? []];
    const isRarer = pairs.some(
      (others) => others[0]?.caption === pair.caption && others.length > same.length,
    );
    return !isRarer && isProven(credits, captions, same.length) ? [pair] : [];
  });
}

const pairOf = (credit: LabelOccurrence, caption: LabelOccurrence): LabelPair | undefined =>
  mayCredit(credit) && mayDescribe(caption) ? { credit: credit.key, caption: caption.key } : undefined;

const mayCredit = ({ value, known }: LabelOccurrence): boolean =>
  (known === undefined || known === "credit") && isShortName(value);

/** A name before a colon is that of somebody who speaks. */
const mayDescribe = (occurrence: LabelOccurrence): boolean => {
  const { key, value, known, label } = occurrence;
  if (key === "" || (known !== undefined && known !== "caption")) return false;
  return known === "caption" || (isDescription(value) && (hasComma(occurrence) || !isCapitalisedName(label)));
};

function isProven(
  credits: readonly LabelOccurrence[],
  captions: readonly LabelOccurrence[],
  count: number,
): boolean {
  const [credit, caption] = [credits[0], captions[0]];
  if (credit === undefined || caption === undefined) return false;
  if (!credits.every(mayCredit) || 2 * captions.filter(mayDescribe).length < captions.length) return false;
  if (count >= 2) return credit.known !== undefined || caption.known !== undefined || areNames(credits);
  return (
    hasComma(credit) &&
    hasComma(caption) &&
    (caption.known !== undefined || sharesWord(credit.key, caption.key)) &&
    (credit.known !== undefined || namesSource(credit.value) || isInLatinScript(credit))
  );
}

/** The word for picture is in both. */
const sharesWord = (first: string, second: string): boolean => {
  const words = new Set(first.split(" ").filter((word) => word.length >= 3));
  return second.split(" ").some((word) => words.has(word));
};
