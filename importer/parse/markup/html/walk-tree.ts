import { cleanLine } from "../../cleaning/clean-line.ts";
import { isInlineName, isSilentName } from "./element-forms.ts";
import type { HtmlElement, HtmlNode } from "./read-tree.ts";
import { plainWords } from "./signs-around.ts";

/** The element and all elements in it, in the order of the page. Pure. */
export function* elementsIn(element: HtmlElement): Generator<HtmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    for (const child of next.children.toReversed()) if (child.kind === "element") waiting.push(child);
  }
}

/** The first element that passes a test, the given one included. Pure. */
export function findElement(
  element: HtmlElement,
  test: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  for (const candidate of elementsIn(element)) if (test(candidate)) return candidate;
  return undefined;
}

/** The elements around an element, from the inside out. Pure. */
export function* ancestorsOf(element: HtmlElement): Generator<HtmlElement> {
  for (let at = element.parent; at !== undefined; at = at.parent) yield at;
}

/** The text of a node as readers see it, on one line. Pure. */
export const textOf = (node: HtmlNode): string => cleanLine(rawTextOf(node)) ?? "";

function rawTextOf(node: HtmlNode): string {
  if (node.kind === "text") return node.text;
  if (isSilentName(node.name)) return "";
  const inside = node.children.map(rawTextOf).join("");
  return isInlineName(node.name) ? plainWords(node, inside) : ` ${inside} `;
}

/** An attribute's value without outer white space; `undefined` if it is absent or blank. Pure. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  const value = element.attributes.get(name)?.trim();
  return value === "" ? undefined : value;
}

/** An element's class names and id, in lower case, with the words of a name like "storyBody" parted. Pure. */
export function marksOf(element: HtmlElement): string {
  const names = `${element.attributes.get("class") ?? ""} ${element.attributes.get("id") ?? ""}`.trim();
  return capital.test(names) ? names.replace(betweenParts, "-").toLowerCase() : names.toLowerCase();
}

const capital = /[A-Z]/;
/** Shorter parts are more often those of a name that a program made up, such as "bdVaJa". */
const betweenParts = /(?<=[a-z]{3})(?=[A-Z][a-z]{2})/g;
