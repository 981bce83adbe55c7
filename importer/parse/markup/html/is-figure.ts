import { splitCredit } from "../../phrases/split-credit.ts";
import { isCalledPicture, isCaption } from "./element-signs.ts";
import type { HtmlElement, HtmlNode } from "./read-tree.ts";
import { elementsIn, findElement, textOf } from "./walk-tree.ts";

const longestCaption = 600;
/** Also keeps figures within figures, hundreds deep, from being looked through again and again. */
const mostPartsOfFigure = 300;

/**
 * Whether it is a figure, or what a page uses for one: a picture with few words that are called its caption, or that
 * end with a credit. Pure.
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

/** Without a name for it, only what ends with a credit is a caption. */
const longestCredited = 300;

function isCredited(text: string): boolean {
  const strength = splitCredit(text)?.strength;
  return strength === "certain" || strength === "likely";
}

/** Pages without style sheets set a picture and its caption into two rows of a table. */
const isTableWithCaption = (element: HtmlElement): boolean =>
  element.name === "table" &&
  findElement(element, (part) => part !== element && isCaption(part)) !== undefined;

const isCaptionElement = (node: HtmlNode): boolean => node.kind === "element" && isCaption(node);

const holdsStory = /^(?:h[1-6]|blockquote|article|ul|ol|pre)$/;
