import { attributeOf, isElement } from "../markup/xml/navigate.ts";
import { escapeHtml } from "../markup/xml/to-html.ts";
import type { XmlElement, XmlNode } from "../markup/xml/xml-element.ts";

/** HTML equivalents of NITF's own elements. */
const tags: Readonly<Record<string, string>> = {
  p: "p",
  hl1: "h2",
  hl2: "h2",
  bq: "blockquote",
  block: "div",
  ol: "ol",
  ul: "ul",
  li: "li",
  dt: "p",
  dd: "p",
  credit: "p",
  pre: "p",
  table: "table",
  tr: "tr",
  td: "td",
  th: "th",
  em: "em",
  b: "strong",
  strong: "strong",
  i: "em",
  h1: "h2",
  h2: "h2",
  h3: "h3",
  h4: "h3",
  blockquote: "blockquote",
  div: "div",
};

/** Notes to editors and readers are not part of the story's text; pictures are read separately. */
const left: ReadonlySet<string> = new Set(["media", "note", "fn", "script", "style"]);

/**
 * Returns an element of NITF's enriched text, with its content, as HTML. Names of people, places, organisations and
 * so on become plain words. Pure.
 */
export function nitfToHtml(node: XmlNode): string {
  if (!isElement(node)) return escapeHtml(node);
  const name = node.local.toLowerCase();
  if (left.has(name)) return "";
  if (name === "br") return "<br>";
  const inside = node.children.map(nitfToHtml).join("");
  if (name === "a") {
    const href = attributeOf(node, "href");
    return href === undefined ? inside : `<a href="${escapeHtml(href)}">${inside}</a>`;
  }
  const tag = isBold(node) ? "strong" : tags[name];
  return tag === undefined ? inside : `<${tag}>${inside}</${tag}>`;
}

const isBold = (element: XmlElement): boolean =>
  element.local === "em" &&
  /bold|strong/i.test(attributeOf(element, "class") ?? attributeOf(element, "style") ?? "");
