import { htmlBody } from "../../fields/html-body.ts";
import { emptyBody, type ParsedBody } from "../../parsed-body.ts";
import { plainBody } from "../../fields/plain-body.ts";
import { htmlToBlocks } from "../../markup/html/html-to-blocks.ts";
import { baseOf } from "../../markup/xml/base-of.ts";
import { attributeOf, childrenOf, rawTextOf } from "../../markup/xml/navigate.ts";
import { toHtml } from "../../markup/xml/to-html.ts";
import type { XmlElement } from "../../markup/xml/xml-element.ts";

/**
 * Returns the text of an Atom construct: plain, escaped HTML, or XHTML in a `div`, including the Atom 0.3 forms.
 * Empty if the content is elsewhere or is not text. Pure.
 */
export function atomText(element: XmlElement, outerBase: string | undefined): ParsedBody {
  const type = (attributeOf(element, "type") ?? "text").toLowerCase();
  const baseUrl = baseOf(element, outerBase);
  const raw = rawTextOf(element);
  if (attributeOf(element, "mode") === "escaped") return htmlBody(raw, baseUrl);
  if (type === "xhtml" || type === "application/xhtml+xml" || childrenOf(element).length > 0) {
    const [only] = childrenOf(element);
    const division = only?.local === "div" ? only : undefined;
    return htmlToBlocks(toHtml(division ?? element), baseOf(division, baseUrl) ?? baseUrl);
  }
  if (type === "html" || type === "text/html") return htmlBody(raw, baseUrl);
  if (type === "text" || type.startsWith("text/")) return plainBody(raw, baseUrl);
  return emptyBody;
}
