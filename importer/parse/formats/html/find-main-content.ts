import { splitCredit } from "../../phrases/split-credit.ts";
import { isCaption } from "../../markup/html/element-signs.ts";
import { belongsBelow, belongsBeside, belongsBetween, isHeadingName } from "./belongs-to-story.ts";
import { isBoilerplateLine } from "./boilerplate.ts";
import type { Seeds } from "./find-seeds.ts";
import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { holdersOf, surroundingsOf } from "./surroundings.ts";
import type { Leaf, TextLeaf } from "./text-leaves.ts";
import { ancestorsOf, textOf } from "../../markup/html/walk-tree.ts";

/**
 * Decides which lines and pictures of a page are its story, given those that surely are.
 *
 * Pure. Content between sure paragraphs belongs to the story unless it looks like part of the page: boxes of links,
 * "Read also". Content before or after must look like the sure paragraphs. Pictures count from the headline on.
 *
 * @param headline Where the story begins, if the page shows it.
 * @param taken Elements already used: headline, byline, standfirst.
 */
export function findMainContent(
  leaves: readonly Leaf[],
  seeds: Seeds,
  headline: HtmlElement | undefined,
  taken: ReadonlySet<HtmlElement>,
): ReadonlySet<HtmlElement> {
  const { leaves: sure, rule } = seeds;
  const places = leaves.flatMap((leaf, place) => (leaf.kind === "text" && sure.has(leaf) ? [place] : []));
  const [first = 0, last = -1] = [places[0], places.at(-1)];
  const headlineAt = leaves.findIndex(({ element }) => element === headline);
  const start = headlineAt >= 0 && headlineAt < first ? headlineAt : undefined;
  const around = surroundingsOf(sure);
  const boxes = linkBoxes(leaves, around.holders);
  const isTold = (leaf: TextLeaf): boolean => taken.has(leaf.element);

  const kept = leaves.map((leaf, place) => {
    if (leaf.kind !== "text" || leaf.isBoilerplate || isTold(leaf) || isBoilerplateLine(leaf.text))
      return false;
    if (sure.has(leaf)) return rule === "same-as-article-body" || leaf.linkShare <= 0.8 || leaf.weight > 30;
    if (start !== undefined && place <= start) return false;
    // Inside an element that as a whole is a sure paragraph, as where line breaks separate paragraphs.
    if ([...ancestorsOf(leaf.element)].some((at) => around.elements.has(at)))
      return belongsBetween(leaf, around);
    if (isInBox(leaf.element, boxes)) return false;
    if (
      place === first - 1 &&
      isHeadingName(leaf.element.name) &&
      around.parents.has(leaf.element.parent ?? leaf.element)
    )
      return true;
    if (place > first && place < last) return belongsBetween(leaf, around);
    const isInHead = start !== undefined && headline !== undefined && place < first;
    return belongsBeside(leaf, around) || (isInHead && belongsBelow(leaf, headline));
  });
  dropIdleHeadings(leaves, kept);

  const result = new Set<HtmlElement>();
  leaves.forEach((leaf, place) => {
    if (kept[place]) result.add(leaf.element);
  });
  const holders = holdersOf(result);
  const end = kept.lastIndexOf(true);
  leaves.forEach((leaf, place) => {
    if (leaf.kind !== "figure" || leaf.isBoilerplate || place < (start ?? 0) || isInBox(leaf.element, boxes))
      return;
    const isWithin =
      place <= end ||
      holders.has(leaf.element.parent ?? leaf.element) ||
      [...ancestorsOf(leaf.element)].some((at) => result.has(at));
    // Without a headline, a picture before the text must be next to it.
    const isPlaced = start !== undefined || place > first || isNear(leaf.element, holders);
    if (!isWithin || !isPlaced) return;
    result.add(leaf.element);
    const next = leaves[place + 1];
    if (next?.kind === "text" && !next.isBoilerplate && isCaptionBelow(next)) result.add(next.element);
  });
  return result;
}

/** A short line in italics, or with a credit at its end. */
function isCaptionBelow({ element, text, length }: TextLeaf): boolean {
  if (length > 300) return false;
  if (isCaption(element)) return true;
  const strength = splitCredit(text)?.strength;
  const inItalics = element.children.every(
    (child) => textOf(child) === "" || (child.kind === "element" && /^(?:em|i)$/.test(child.name)),
  );
  return inItalics || strength === "certain" || strength === "likely";
}

/** Elements without a sure paragraph that are mostly links: lists of other stories, whatever they are called. */
function linkBoxes(leaves: readonly Leaf[], holders: ReadonlySet<HtmlElement>): ReadonlySet<HtmlElement> {
  const letters = new Map<HtmlElement, { all: number; linked: number }>();
  for (const leaf of leaves) {
    if (leaf.kind !== "text") continue;
    for (const at of [leaf.element, ...ancestorsOf(leaf.element)]) {
      if (holders.has(at)) break;
      const count = letters.get(at) ?? { all: 0, linked: 0 };
      count.all += leaf.length;
      count.linked += leaf.length * leaf.linkShare;
      letters.set(at, count);
    }
  }
  return new Set(
    [...letters].filter(([, { all, linked }]) => linked > 0.4 * all).map(([element]) => element),
  );
}

const isInBox = (element: HtmlElement, boxes: ReadonlySet<HtmlElement>): boolean =>
  boxes.has(element) || [...ancestorsOf(element)].some((at) => boxes.has(at));

/** A heading with nothing below it belongs to a list of links that was removed. */
function dropIdleHeadings(leaves: readonly Leaf[], kept: boolean[]): void {
  let next: "text" | "heading" | "nothing" = "nothing";
  for (let place = leaves.length - 1; place >= 0; place -= 1) {
    const leaf = leaves[place];
    if (leaf === undefined || !kept[place]) continue;
    if (!isHeadingName(leaf.element.name)) next = "text";
    else if (next === "nothing") kept[place] = false;
    else next = "heading";
  }
}

const isNear = (element: HtmlElement, holders: ReadonlySet<HtmlElement>): boolean =>
  [...ancestorsOf(element)].slice(0, 2).some((at) => holders.has(at) && at.name !== "body");
