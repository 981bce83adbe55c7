import { cleanLine } from "../../cleaning/clean-line.ts";
import { raisedOrLowered } from "../../raised-or-lowered.ts";
import type { XmlElement, XmlNode } from "./xml-element.ts";

/** Navigation through a tree of elements. All pure; names are canonical, and the first name that is present wins. */

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== "string";

/** The direct children of an element, in order; of the given names, or all. */
export function childrenOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  const elements = (element?.children ?? []).filter(isElement);
  return names.length === 0 ? elements : elements.filter(({ name }) => names.includes(name));
}

/** The first child of the first of the names that is present. */
export function childOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  for (const name of names) {
    const [found] = childrenOf(element, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The element that a path of names leads to. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((parent, name) => childOf(parent, name), element);
}

/** The descendants of an element with the given names, at any depth, in document order. */
export function descendantsOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...descendantsOf(child, ...names),
  ]);
}

/** All text inside an element, unchanged but for raised and lowered numbers, which are not joined to others. */
export function rawTextOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).reduce<string>((before, node) => {
    if (!isElement(node)) return before + node;
    const inside = rawTextOf(node);
    if (node.local === "sup" || node.local === "sub") return before + raisedOrLowered(inside, node.local);
    return before + (isApart(node, before) ? " " : "") + inside;
  }, "");
}

/** Whether an element is a fraction after a number: "1 1/2" is not "11/2". */
export const isApart = ({ local }: XmlElement, before: string): boolean =>
  local === "frac" && /\p{N}$/u.test(before);

/** The words inside an element, on one line; absent if there are none. */
export function textOf(element: XmlElement | undefined): string | undefined {
  return cleanLine(rawTextOf(element));
}

/** An attribute's value without space around it; absent if it is empty. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
  return value === "" ? undefined : value;
}

/** An attribute of the element or its closest ancestor, such as `xml:lang`. */
export function inherited(element: XmlElement | undefined, name: string): string | undefined {
  for (let current = element; current !== undefined; current = current.parent) {
    const value = attributeOf(current, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The path of an element, such as `rss/channel/item[3]/title`. */
export function placeOf(element: XmlElement): string {
  const own = element.position > 1 ? `${element.name}[${element.position}]` : element.name;
  return element.parent === undefined ? own : `${placeOf(element.parent)}/${own}`;
}
