import { isHidden } from "../../markup/html/element-signs.ts";
import { isSilentName } from "../../markup/html/element-forms.ts";
import type { HtmlElement, HtmlNode } from "../../markup/html/read-tree.ts";
import { ancestorsOf, elementsIn, findElement, textOf } from "../../markup/html/walk-tree.ts";
import { comparable } from "../../phrases/comparable.ts";
import { verdictOn } from "./boilerplate.ts";
import { leastStory } from "./least-story.ts";

/**
 * Returns a page with the text shown that a button would show: what is hidden beside paragraphs that are not, as behind
 * "Read more". Pure; the tree itself if there is no such text.
 */
export function revealText(root: HtmlElement): HtmlElement {
  const hidden = outermostHidden(root).filter(isLongText);
  if (hidden.length === 0) return root;
  const shown = comparable(shownTextOf(root));
  const revealed = new Set(hidden.filter((element) => isOfStory(element) && !repeats(element, shown)));
  return revealed.size === 0 ? root : copyOf(root, undefined, revealed);
}

function outermostHidden(root: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  const waiting = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of next.children) {
      if (child.kind === "text" || isSilentName(child.name)) continue;
      if (isHidden(child)) found.push(child);
      else waiting.push(child);
    }
  }
  return found;
}

const paragraphsIn = (element: HtmlElement): string[] =>
  [...elementsIn(element)].filter(({ name }) => name === "p").map(textOf);

const isLongText = (element: HtmlElement): boolean => paragraphsIn(element).join("").length >= leastStory;

/** Beside paragraphs that are shown, and not a dialog, a menu or a form. */
function isOfStory(element: HtmlElement): boolean {
  if ([element, ...ancestorsOf(element)].some((at) => verdictOn(at) !== undefined)) return false;
  if (findElement(element, ({ name }) => /^(?:form|input|select|textarea)$/.test(name)) !== undefined)
    return false;
  return element.parent?.children.some((child) => child !== element && isParagraph(child)) === true;
}

/** A paragraph, or an element that holds nothing else. */
const isParagraph = (node: HtmlNode): boolean =>
  node.kind === "element" &&
  !isHidden(node) &&
  (node.name === "p" ||
    node.children.some((child) => child.kind === "element" && child.name === "p" && !isHidden(child)));

/** The same text for another screen. */
const repeats = (element: HtmlElement, shown: string): boolean =>
  paragraphsIn(element)
    .map(comparable)
    .some((text) => text.length >= 20 && shown.includes(text));

function shownTextOf(element: HtmlElement): string {
  if (isHidden(element) || isSilentName(element.name)) return "";
  return element.children.map((child) => (child.kind === "text" ? child.text : shownTextOf(child))).join(" ");
}

function copyOf(
  element: HtmlElement,
  parent: HtmlElement | undefined,
  revealed: ReadonlySet<HtmlElement>,
): HtmlElement {
  const children: HtmlNode[] = [];
  const attributes = revealed.has(element) ? shownAttributes(element) : element.attributes;
  const copy = { ...element, attributes, children, parent };
  for (const child of element.children)
    children.push(child.kind === "text" ? child : copyOf(child, copy, revealed));
  return copy;
}

/** Those that do not hide it. */
const shownAttributes = ({ attributes }: HtmlElement): ReadonlyMap<string, string> =>
  new Map([...attributes].filter(([name]) => !/^(?:hidden|style|class)$/.test(name)));
