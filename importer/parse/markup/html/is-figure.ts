import { splitCredit } from "../../phrases/split-credit.ts";
import { isCalledPicture, isCaption } from "./element-signs.ts";
import type { HtmlElement, HtmlNode } from "./read-tree.ts";
import { elementsIn, findElement, textOf } from "./walk-tree.ts";

const longestCaption = 600;
/** Also prevents figures nested hundreds deep from being searched again and again. */
const mostPartsOfFigure = 300;

/**
 * Whether an element is a figure or a page's substitute for one: a picture with a few words that are marked as its
 * caption or end with a credit. Pure.
 */
export function isFigure(element: HtmlElement): boolean {
  const isNamed = element.name === "figure";
  if (!isNamed && !/^(?:div|p|span|section|center|td|table|a|li|dl)$/.test(element.name)) return false;
  let images = 0;
  let parts = 0;
  let paragraphs = 0;
  for (const part of elementsIn(element)) {
    if (parts++ > mostPartsOfFigure) return false;
    if (part.name === "img" || part.name === "picture" || part.name === "amp-img") images += 1;
    if (part !== element && part.name === "figure") return false;
    if (part !== element && part.name === "p") paragraphs += 1;
    if (holdsStory.test(part.name)) return false;
  }
  if (images === 0) return false;
  if (isNamed) return true;
  const text = textOf(element);
  if (text.length > longestCaption) return false;
  const isCalled =
    isCalledPicture(element) || element.children.some(isCaptionElement) || isTableWithCaption(element);
  return isCalled || (paragraphs < 2 && text.length <= longestCredited && isCredited(text));
}

/** Without such a mark, only text that ends with a credit is a caption. */
const longestCredited = 300;

function isCredited(text: string): boolean {
  const strength = splitCredit(text)?.strength;
  return strength === "certain" || strength === "likely";
}

/** Pages without style sheets put a picture and its caption into two rows of a table. */
const isTableWithCaption = (element: HtmlElement): boolean =>
  element.name === "table" &&
  findElement(element, (part) => part !== element && isCaption(part)) !== undefined;

const isCaptionElement = (node: HtmlNode): boolean => node.kind === "element" && isCaption(node);

const holdsStory = /^(?:h[1-6]|blockquote|article|ul|ol|pre)$/;
