import { isElement } from "./navigate.ts";
import type { XmlElement, XmlNode } from "./xml-element.ts";

const voidElements: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/**
 * What stands inside an element, written as HTML: for XHTML bodies, and for tags that a feed forgot to escape.
 *
 * Pure. Says nothing about safety: whoever reads the HTML takes from it only what an article may have.
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
  // An unclosed `<br>` of a feed that is no XML holds what follows it.
  return voidElements.has(tag)
    ? `<${tag}${attributes}>${toHtml(node)}`
    : `<${tag}${attributes}>${toHtml(node)}</${tag}>`;
}

/** References that stand in XHTML as text have been escaped twice: nobody writes `&quot;` and means it. */
const escapedTwice =
  /&amp;(#\d{1,6}|#x[\da-f]{1,5}|quot|apos|nbsp|amp|[lr][sd]quo|[nm]dash|hellip|[lr]aquo);/gi;

/** The text of an XML body as HTML. */
export const textToHtml = (text: string): string => escapeHtml(text).replace(escapedTwice, "&$1;");

/** A text as HTML shows it. */
export const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
