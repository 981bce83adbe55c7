import type { HtmlElement } from "../../markup/html/read-tree.ts";
import { ancestorsOf, textOf } from "../../markup/html/walk-tree.ts";
import { sourceNamesOf } from "../../phrases/find-source-line.ts";
import { shapeOf, type Surroundings } from "./surroundings.ts";
import type { TextLeaf } from "./text-leaves.ts";

/** Which lines of a page belong to its story, by where they stand. All pure. */

/** Whether an element is called a heading by its name. */
export const isHeadingName = (name: string): boolean => /^h[1-6]$/.test(name);

/** Whether a line between sure paragraphs belongs to the story. */
export function belongsBetween(
  { element, length, linkShare, weight }: TextLeaf,
  { parents }: Surroundings,
): boolean {
  if (isHeadingName(element.name)) return linkShare < 0.5;
  if (linkShare >= 0.5) return false;
  if (/^(?:p|li|td|th|dt|dd|blockquote|pre|summary)$/.test(element.name)) return true;
  return weight >= 15 || length >= 25 || (isBoldLine(element) && parents.has(element.parent ?? element));
}

/** A bold line among divs is a heading, however short. */
const isBoldLine = ({ children }: HtmlElement): boolean =>
  children.every(
    (child) => textOf(child) === "" || (child.kind === "element" && /^(?:b|strong)$/.test(child.name)),
  );

/**
 * Whether a line before or after the sure paragraphs belongs to the story: a similar paragraph in the same story, a list
 * or a quotation beside them, or the source line below them.
 */
export function belongsBeside(leaf: TextLeaf, around: Surroundings): boolean {
  const { element, text, linkShare, weight } = leaf;
  const piece = pieceAround(element);
  const { parent } = piece;
  if (parent === undefined || linkShare >= 0.3) return false;
  if (around.parents.has(parent)) {
    return (
      weight >= 15 ||
      element.name === "blockquote" ||
      (piece !== element && textOf(piece).length >= leastPiece) ||
      sourceNamesOf(text) !== undefined ||
      isSigned(text)
    );
  }
  const isAlike = around.shapes.has(shapeOf(parent)) && shapeOf(parent) !== "";
  const isHomely = around.home !== undefined && [...ancestorsOf(element)].some((at) => at === around.home);
  return weight >= leastWeight && (isAlike || isHomely);
}

/** Whether a line between the headline and the first sure paragraph is one of the story: a whole sentence beside the headline. */
export function belongsBelow({ element, linkShare, weight }: TextLeaf, headline: HtmlElement): boolean {
  const near = [...ancestorsOf(headline)]
    .slice(0, 2)
    .filter(({ name }) => !/^(?:body|html|form)$/.test(name));
  return (
    /^(?:p|blockquote|h[2-4])$/.test(element.name) &&
    weight >= leastWeight &&
    linkShare < 0.3 &&
    [...ancestorsOf(element)].slice(0, 3).some((at) => near.includes(at))
  );
}

/** A sentence. */
const leastWeight = 40;
/** A shorter list counts views, or says where to share. */
const leastPiece = 40;

/** The list or quotation that a line is in, the outermost; the line itself if it is in none. */
function pieceAround(element: HtmlElement): HtmlElement {
  let piece = element;
  for (const at of ancestorsOf(element)) {
    if (!/^(?:ul|ol|dl|li|dd|blockquote|details)$/.test(at.name)) break;
    piece = at;
  }
  return piece;
}

/** "(AFP)", "dpa/AFP": a signature below the last paragraph. */
const isSigned = (text: string): boolean => text.length <= 40 && /^[(（[—–-].*\p{L}/u.test(text);
