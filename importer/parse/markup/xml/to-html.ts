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
  if (!isElement(node)) return textToHtml(node);
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

/** References that appear as text in XHTML were escaped twice: no one means a literal `&quot;`. */
const escapedTwice =
  /&amp;(#\d{1,6}|#x[\da-f]{1,5}|quot|apos|nbsp|amp|[lr][sd]quo|[nm]dash|hellip|[lr]aquo);/gi;

/** The text of an XML body as HTML. */
export const textToHtml = (text: string): string => escapeHtml(text).replace(escapedTwice, "&$1;");

/** Escapes a text for HTML. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
