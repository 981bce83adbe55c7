import { isElement } from "./navigate.ts";
import type { XmlElement, XmlNode } from "./xml-element.ts";

const voidElements: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/**
 * Returns the content of an element as HTML: for XHTML bodies, and for tags that a feed forgot to escape.
 *
 * Pure. The result is not sanitised: the reader of the HTML keeps only what an article may contain.
 */
export function toHtml(element: XmlElement): string {
  return element.children.map(nodeToHtml).join("");
}

function nodeToHtml(node: XmlNode): string {
  if (!isElement(node)) return escapeHtml(node);
  const tag = node.local.toLowerCase();
  const attributes = [...node.attributes]
    .filter(([name]) => !name.includes(":"))
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
  // An unclosed `<br>` in a feed that is not XML contains whatever follows it.
  return voidElements.has(tag)
    ? `<${tag}${attributes}>${toHtml(node)}`
    : `<${tag}${attributes}>${toHtml(node)}</${tag}>`;
}

/** Escapes a text for HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
