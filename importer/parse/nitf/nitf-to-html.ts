import { attributeOf, isApart, isElement } from "../markup/xml/navigate.ts";
import { escapeHtml } from "../markup/xml/to-html.ts";
import type { XmlElement, XmlNode } from "../markup/xml/xml-element.ts";
import { nitfFormOf } from "./nitf-forms.ts";

/** Attributes that say how a cell is placed, or where a link leads. */
const kept = ["href", "colspan", "rowspan"];
const voidTags: ReadonlySet<string> = new Set(["br", "hr"]);

/**
 * Returns an element of NITF's enriched text, with its content, as HTML: what `nitfForms` says. Media, notes and
 * footnotes, which stand beside the text, are read separately. Pure.
 */
export function nitfToHtml(node: XmlNode): string {
  if (!isElement(node)) return escapeHtml(node);
  const form = nitfFormOf(node.local.toLowerCase());
  if ("leftOut" in form) return "";
  switch (form.as) {
    case "words":
      return contentOf(node);
    case "line":
      return `${contentOf(node)}<br>`;
    case "html": {
      const tag = isBold(node) ? "strong" : form.tag;
      const attributes = kept.map((name) => {
        const value = attributeOf(node, name);
        return value === undefined ? "" : ` ${name}="${escapeHtml(value)}"`;
      });
      const open = `<${tag}${attributes.join("")}>`;
      return voidTags.has(tag) ? open : `${open}${contentOf(node)}</${tag}>`;
    }
    default:
      return "";
  }
}

const contentOf = ({ children }: XmlElement): string =>
  children.reduce<string>(
    (before, node) =>
      `${before}${isElement(node) && isApart(node, before) ? " " : ""}${separatorIn(node)}${nitfToHtml(node)}`,
    "",
  );

/** A fraction may be written without its line. */
const separatorIn = (node: XmlNode): string =>
  isElement(node) &&
  node.local === "frac-den" &&
  !(node.parent?.children ?? []).some((other) => isElement(other) && other.local === "frac-sep")
    ? "/"
    : "";

const isBold = (element: XmlElement): boolean =>
  element.local === "em" &&
  /bold|strong/i.test(attributeOf(element, "class") ?? attributeOf(element, "style") ?? "");
